package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /partners/{id}/reinstatement}; it may be absent. */
@Schema(name = "Reinstatement")
record ReinstatementJson(
        @Nullable String reason,
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {
    static final ReinstatementJson NONE = new ReinstatementJson(null, null);
}
