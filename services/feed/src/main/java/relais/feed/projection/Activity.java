package relais.feed.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the feed: one event, and what the card said after it.
 *
 * @param type the event's name, such as {@code ExperiencePublished}
 * @param partner the partner the card is of
 * @param by the partner that acted, where it is another: the one that endorses, adopts, proposes an
 *     amendment or takes a position
 * @param territories the card's territory and, for an adoption, the adopter's
 * @param note what was said with the event: a reason, a comment, a headline
 * @param subject another card that the entry is about: that of a message, the experience that is
 *     cited; null for every other entry
 */
public record Activity(
        Stamp stamp,
        String type,
        Visibility visibility,
        String partner,
        @Nullable String by,
        List<String> territories,
        Summary card,
        @Nullable String note,
        @Nullable String subject) {

    public Activity {
        territories = List.copyOf(territories);
    }

    /**
     * What a list shows of a card. Level, axes and tags are null or empty where a kind has none.
     */
    public record Summary(
            long version,
            Kind kind,
            Status status,
            String title,
            String preview,
            String territory,
            @Nullable String level,
            List<String> axes,
            List<String> tags) {

        public Summary {
            axes = List.copyOf(axes);
            tags = List.copyOf(tags);
        }
    }

    /** The event's identifier: {@code aggregateId:sequence}. */
    public String id() {
        return stamp.eventId();
    }
}
