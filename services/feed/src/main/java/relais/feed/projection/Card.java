package relais.feed.projection;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The read model's view of one partner, experience, contribution… at one version. Immutable. */
public sealed interface Card
        permits PartnerCard,
                ExperienceCard,
                ContributionCard,
                ObjectiveCard,
                ActionCard,
                WorkingDayCard,
                MessageCard,
                BlankCard {

    Revision revision();

    /** The same at another version: what an event makes of it that says nothing. */
    Card at(Revision revision);

    Visibility visibility();

    /**
     * The date a list is ordered by: that of first publication, or of the first event until then.
     */
    Instant date();

    /** Null for a card that no reader sees. */
    @Nullable Kind kind();

    /** Null for a card that no reader sees. */
    @Nullable Status status();

    /** The partner it is of: the one that posted, or itself; null if the log does not say. */
    @Nullable String partner();

    /** As {@code scheme:code}. */
    @Nullable String territory();

    /** The cards on whose pages this one is: those it cites, or works towards. */
    default List<String> refersTo() {
        return List.of();
    }

    /** Whether the text of all versions is from now on for few: it was withdrawn or moderated. */
    default boolean hidesText() {
        return false;
    }

    default String aggregateId() {
        return revision().aggregateId();
    }

    default long version() {
        return revision().version();
    }
}
