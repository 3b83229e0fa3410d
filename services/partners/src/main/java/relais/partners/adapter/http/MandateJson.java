package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.partners.application.GrantMandate;

/** The body of {@code POST /partners/{id}/mandates}. */
@Schema(name = "NewMandate")
record MandateJson(
        @Schema(description = "m- and a slug, not made of a person's name; made if absent")
                @Nullable String id,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        allowableValues = {"REPRESENTATIVE", "CONTRIBUTOR", "REVIEWER"})
                @Nullable String role,
        @Schema(description = "first day, in Paris; today if absent") @Nullable LocalDate from,
        @Schema(description = "last day, in Paris; open if absent") @Nullable LocalDate until,
        @Schema(description = "never published, erasable") @Nullable PersonJson person,
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {

    GrantMandate.Request request() {
        return new GrantMandate.Request(
                id, role, from, until, person == null ? null : person.input());
    }
}
