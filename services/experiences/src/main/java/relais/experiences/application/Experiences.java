package relais.experiences.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.experiences.domain.ExperienceId;
import relais.experiences.domain.PartnerId;
import relais.experiences.domain.Status;
import relais.experiences.domain.TerritoryCode;

/** Where experiences are kept, each with the events that it still has to tell. */
public interface Experiences {

    Optional<Stored> find(ExperienceId id);

    /** False: the id exists already, and nothing was written. */
    boolean create(Change submission);

    /** False: the version has moved on, and nothing was written. */
    boolean save(Change change);

    /** Experiences that archives know under this name, whoever owns them; at most {@code limit}. */
    List<ExperienceId> withExternalId(String externalId, int limit);

    /**
     * A page, oldest submission first.
     *
     * @return at most {@code limit} entries after the position
     */
    List<Stored> list(Selection selection, @Nullable Position after, int limit);

    /** Which experiences; absent parts do not select. */
    record Selection(
            @Nullable PartnerId owner,
            @Nullable TerritoryCode home,
            @Nullable TerritoryCode within,
            @Nullable Status status) {}

    /** A place in the list that stays right while others arrive. */
    record Position(Instant submittedAt, String id) {}
}
