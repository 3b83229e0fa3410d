package relais.contributions.contribution;

import org.jspecify.annotations.Nullable;

import relais.aggregates.ChangeAggregate;
import relais.aggregates.Request;
import relais.aggregates.Result;
import relais.aggregates.StillBusyException;

import java.time.Instant;

/** Tells a contribution in force that a later one has taken its place. */
public record SupersedeContribution(
        ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> change) {

    /**
     * To be called when a contribution that supersedes another was adopted; again does nothing. Of
     * two that name the same one, the first adopted takes its place.
     *
     * @param causeEventId the adoption, as {@code aggregateId:version}
     * @param archiveAt the adoption's time if an archive told of it
     * @throws StillBusyException if others kept changing it all the while; calling again helps
     */
    public void supersede(
            ContributionId old,
            ContributionId by,
            String causeEventId,
            @Nullable Instant archiveAt) {
        Result<Contribution> result =
                change.changeLatest(
                        old.value(),
                        new ContributionCommand.Supersede(by),
                        Request.answering(causeEventId, archiveAt));
        if (result instanceof Result.Stale) {
            throw new StillBusyException(old.value());
        }
    }
}
