package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /partners/{id}/name}. */
@Schema(name = "NewName")
record NameJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
        @Nullable String reason,
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {}
