package relais.experiences.experience;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Aggregates;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;

/** Where experiences are kept, each with the events that it still has to tell. */
public interface Experiences extends Aggregates<Experience, ExperienceEvent> {

    /** Experiences that archives know under this name, whoever owns them; at most {@code limit}. */
    List<ExperienceId> withExternalId(String externalId, int limit);

    /**
     * A page, oldest submission first.
     *
     * @return at most {@code limit} entries after the position
     */
    List<Stored<Experience>> list(Selection selection, @Nullable Position after, int limit);

    /** Which experiences; absent parts do not select. */
    record Selection(
            @Nullable PartnerId owner,
            @Nullable TerritoryCode home,
            @Nullable TerritoryCode within,
            @Nullable Status status) {}

    /** A place in the list that stays right while others arrive. */
    record Position(Instant submittedAt, String id) {}
}
