package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;
import relais.feed.projection.Status;

/** One entry of the feed in JSON: one event, and what the card said after it. */
record FeedEntry(
        @Schema(description = "The event's id", example = "x-42:2") String id,
        @Schema(description = "The event's name", example = "ExperiencePublished") String type,
        @Schema(description = "When it happened") Instant at,
        @Schema(description = "One sentence, in the reader's language") String summary,
        Kind kind,
        @Schema(description = "The partner the card is of") Named partner,
        @Schema(description = "The partner that endorses, adopts, proposes or takes a position")
                @Nullable Named by,
        Named territory,
        CardSummary card,
        @Schema(
                        description =
                                "Another card that it is about: that of a message, the experience that is cited")
                @Nullable CardRef subject,
        @Schema(description = "What was said with the event: a reason, a comment")
                @Nullable String note,
        @Schema(description = "Whether it tells of a time before the platform") boolean archive,
        @Schema(description = "Whether the card was withdrawn or moderated") boolean textHidden) {

    /** What words of a search may be seen in. */
    Stream<@Nullable String> texts() {
        return Stream.concat(
                Stream.of(card.title(), card.preview(), note, partner.name(), territory.name()),
                card.tags().stream());
    }

    record CardSummary(
            String id,
            long version,
            Status status,
            @Nullable String title,
            @Nullable String preview,
            @Nullable String level,
            List<String> axes,
            List<String> tags) {}
}
