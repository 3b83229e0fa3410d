package relais.notices.notice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its reader has it.
 *
 * @param title of the card; absent if it is not public any more, or has none
 * @param kind of the card, where it is known
 * @param type simple name of the event's type, where it is known
 * @param follows ids of the reader's follows that it matches
 * @param unread whether it came since the reader last said that all is read
 */
record NoticeAnswer(
        String id,
        NoticeReason reason,
        String card,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String type,
        List<String> follows,
        Instant at,
        Instant occurredAt,
        @Nullable Instant dueAt,
        boolean unread) {}
