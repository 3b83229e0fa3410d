package relais.experiences.draft;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/** Where drafts are kept. */
public interface Drafts {

    Optional<Draft> find(String id);

    /** False: the id exists already. */
    boolean insert(Draft draft);

    /** False: the stored version is not {@code expectedVersion} any more. */
    boolean replace(long expectedVersion, Draft draft);

    /** False: the stored version is not {@code expectedVersion} any more. */
    boolean delete(String id, long expectedVersion);

    /** How many a partner has, counted no further than {@code most}. */
    int count(PartnerId partner, int most);

    /** A partner's drafts by id, after the given one; at most {@code limit}. */
    List<Draft> list(PartnerId partner, @Nullable String afterId, int limit);
}
