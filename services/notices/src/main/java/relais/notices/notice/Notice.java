package relais.notices.notice;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.notices.follow.PublicEvent;

/**
 * Something that somebody is told. The same event told for the same reason has the same id, so that
 * a redelivery, a second instance or a replay makes no second one.
 *
 * @param id {@code <follower or reason>:<event>}
 * @param place where it is in a list: when it was made, and its id
 * @param audience a follower, or the partners to whose people it is addressed
 * @param card that it is about
 * @param event {@code ce_id} of what happened; absent of what no event makes, such as a delay
 * @param type simple name of the event's type, where it is known
 * @param follows ids of the follows that it matches
 * @param occurredAt when it happened
 * @param dueAt when what waits is over, or was due
 */
public record Notice(
        @StoredField(name = "_id") String id,
        String place,
        List<String> audience,
        NoticeReason reason,
        String card,
        @Nullable String event,
        @Nullable String type,
        List<String> follows,
        Instant at,
        Instant occurredAt,
        @Nullable Instant dueAt) {

    /** Always three digits of seconds, so that places compare as text. */
    private static final DateTimeFormatter PLACE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    public Notice {
        audience = List.copyOf(audience);
        follows = List.copyOf(follows);
    }

    /** One that somebody is told because they follow what happened. */
    static Notice followed(String follower, List<String> follows, PublicEvent event, Instant now) {
        String id = follower + ":" + event.id();
        return new Notice(
                id,
                place(now) + " " + id,
                List.of(follower),
                NoticeReason.FOLLOWED,
                event.about(),
                event.id(),
                event.type(),
                follows,
                now,
                event.occurredAt(),
                null);
    }

    /** One about something that waits for the people of a partner. */
    public static Notice waiting(
            NoticeReason reason,
            String what,
            List<String> partners,
            String card,
            Instant occurredAt,
            @Nullable Instant dueAt,
            Instant now) {
        String id = reason.key() + ":" + what;
        return new Notice(
                id,
                place(now) + " " + id,
                partners,
                reason,
                card,
                reason == NoticeReason.CONSULTATION_ENDS || reason == NoticeReason.ACTION_LATE
                        ? null
                        : what,
                null,
                List.of(),
                now,
                occurredAt,
                dueAt);
    }

    /** Before everything made at that instant or later, and after everything before. */
    static String place(Instant at) {
        return PLACE.format(at);
    }
}
