package relais.contributions.contribution;

import java.util.Optional;
import relais.aggregates.partner.PartnerId;

/** Where working copies are kept: plain documents, that go when they are published. */
public interface WorkingCopies {

    Optional<WorkingCopy> find(ContributionId contribution, PartnerId partner);

    /** False: there is one already, and nothing was written. */
    boolean insert(WorkingCopy copy);

    /** False: the version has moved on, and nothing was written. */
    boolean replace(long expectedVersion, WorkingCopy copy);

    /** False: the version has moved on, and nothing was deleted. */
    boolean delete(ContributionId contribution, PartnerId partner, long expectedVersion);

    void deleteOf(ContributionId contribution, PartnerId partner);

    void deleteAllOf(ContributionId contribution);
}
