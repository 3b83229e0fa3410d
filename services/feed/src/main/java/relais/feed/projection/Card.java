package relais.feed.projection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The read model's view of one partner or experience at one version. Immutable. */
public sealed interface Card permits PartnerCard, ExperienceCard, BlankCard {

    Revision revision();

    Visibility visibility();

    /**
     * The date a list is ordered by: that of first publication, or of the first event until then.
     */
    Instant date();

    /** Null for a card that no reader sees. */
    @Nullable Kind kind();

    /** Null for a card that no reader sees. */
    @Nullable Status status();

    /** The partner it is of: the one that posted, or itself. */
    @Nullable String partner();

    /** As {@code scheme:code}. */
    @Nullable String territory();

    default String aggregateId() {
        return revision().aggregateId();
    }

    default long version() {
        return revision().version();
    }
}
