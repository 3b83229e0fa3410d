package relais.feed.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.codec.StoredType;

/**
 * One entry of the feed: one event, and what the card said after it. Level, axes and tags are null
 * or empty where a kind has none.
 *
 * @param type the event's name, such as {@code ExperiencePublished}
 * @param partner the partner the card is of
 * @param by the partner that acted, where it is another: the one that endorses, adopts, proposes an
 *     amendment or takes a position
 * @param about the card's territory and, for an adoption, the adopter's
 * @param note what was said with the event: a reason, a comment, a headline
 * @param subject another card that the entry is about: that of a message, the experience that is
 *     cited; null for every other entry
 */
@StoredType(omitsEmpty = true)
public record Activity(
        @StoredField(unwrapped = true) Stamp stamp,
        String type,
        Visibility visibility,
        String partner,
        @Nullable String by,
        List<String> about,
        Kind kind,
        Status status,
        @Nullable String level,
        List<String> axes,
        List<String> tags,
        Summary card,
        @Nullable String note,
        @Nullable String subject) {

    public Activity {
        about = List.copyOf(about);
        axes = List.copyOf(axes);
        tags = List.copyOf(tags);
    }

    /** What a list shows of the card; an absent text is empty. */
    public record Summary(long version, String title, String preview, String territory) {}

    /** The event's identifier: {@code aggregateId:sequence}. */
    public String id() {
        return stamp.eventId();
    }

    /** Without what an author wrote. */
    public Activity withoutText(boolean keepingTheNote) {
        return new Activity(
                stamp,
                type,
                visibility,
                partner,
                by,
                about,
                kind,
                status,
                level,
                axes,
                List.of(),
                new Summary(card.version(), "", "", card.territory()),
                keepingTheNote ? note : null,
                subject);
    }
}
