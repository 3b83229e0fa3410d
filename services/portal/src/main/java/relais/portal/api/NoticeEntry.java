package relais.portal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that the reader is told; without a title the card is not public any more. */
public record NoticeEntry(
        String id,
        String reason,
        String card,
        @Nullable String title,
        @Nullable String kind,
        @Nullable String type,
        List<String> follows,
        Instant at,
        Instant occurredAt,
        @Nullable Instant dueAt,
        boolean unread) {}
