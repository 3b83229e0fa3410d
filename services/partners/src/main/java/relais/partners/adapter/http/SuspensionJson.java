package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /partners/{id}/suspension}. */
@Schema(name = "Suspension")
record SuspensionJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "fit to be published")
                @Nullable String reason,
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {}
