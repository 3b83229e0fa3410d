package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What made a version of a card. */
record VersionEvent(
        @Schema(description = "The event's id", example = "x-42:2") String id,
        @Schema(description = "The event's name", example = "ExperiencePublished") String type,
        @Schema(description = "One sentence, in the reader's language: who did what")
                String summary,
        @Schema(
                        description =
                                "The partner that did it to a card of another: that endorses, adopts,"
                                        + " proposes or takes a position. Absent: the card's own"
                                        + " partner or the committee, as the sentence says")
                @Nullable Named by,
        @Schema(description = "What was said with the event: a reason, a comment")
                @Nullable String note) {

    static VersionEvent of(FeedEntry entry) {
        return new VersionEvent(
                entry.id(), entry.type(), entry.summary(), entry.by(), entry.note());
    }
}
