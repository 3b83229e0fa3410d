package relais.feed.projection;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredType;

/**
 * The read model's view of one partner, experience, contribution… at one version. Immutable. It is
 * stored as it is; as JSON it is what the page of the card shows beyond what lists show.
 */
@JsonIgnoreProperties({"revision", "headline", "partner", "status", "reason"})
@StoredType(discriminator = "kind")
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

    /** Null for a card that no reader sees. */
    @Nullable Headline headline();

    /** Null for a card that no reader sees. */
    @Nullable Kind kind();

    /** Null for a card that no reader sees. */
    @Nullable Status status();

    /** The partner it is of: the one that posted, or itself; null if the log does not say. */
    @Nullable String partner();

    /** Why it has its status: what was said when it was returned, withdrawn, suspended… */
    @Nullable String reason();

    default Visibility visibility() {
        return Visibility.PUBLIC;
    }

    /** When everyone could read it first; null until then. */
    default @Nullable Instant publishedAt() {
        return revision().createdAt();
    }

    /**
     * The date a list is ordered by: that of first publication, or of the first event until then.
     */
    default Instant date() {
        Instant published = publishedAt();
        return published == null ? revision().createdAt() : published;
    }

    /** As {@code scheme:code}; null for a card that no reader sees. */
    default @Nullable String territory() {
        Headline headline = headline();
        return headline == null ? null : headline.territory();
    }

    /** Null if it has none, or the reader may not see it. */
    default @Nullable String title() {
        Headline headline = headline();
        return headline == null ? null : headline.title();
    }

    /** The cards on whose pages this one is: those it cites, works towards, or has led to. */
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
