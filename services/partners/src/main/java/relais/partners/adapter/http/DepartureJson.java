package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /partners/{id}/departure}; it may be absent. */
@Schema(name = "Departure")
record DepartureJson(
        @Nullable String reason,
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {
    static final DepartureJson NONE = new DepartureJson(null, null);
}
