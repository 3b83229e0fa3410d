package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /partners/{id}/signature}; it may be absent. */
@Schema(name = "Signature")
record SignatureJson(
        @Schema(description = "the day in Paris, from 2015-10-01 on; today if absent")
                @Nullable LocalDate signedOn,
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {
    static final SignatureJson NONE = new SignatureJson(null, null);
}
