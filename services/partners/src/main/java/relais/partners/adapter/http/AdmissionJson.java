package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /partners/{id}/admission}; it may be absent. */
@Schema(name = "Admission")
record AdmissionJson(
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {
    static final AdmissionJson NONE = new AdmissionJson(null);
}
