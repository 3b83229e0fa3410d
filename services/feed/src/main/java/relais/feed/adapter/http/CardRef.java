package relais.feed.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Kind;

/** Another card that is spoken of, with the title it has at the time that is read. */
@Schema(name = "CardReference")
record CardRef(
        String id,
        @Schema(description = "Absent if there is no such card that the reader may see")
                @Nullable Kind kind,
        @Schema(description = "Absent if the reader may not see it") @Nullable String title) {}
