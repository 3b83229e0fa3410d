package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.partners.application.RegisterPartner;

/** The body of {@code POST /partners}. */
@Schema(name = "Registration")
record RegistrationJson(
        @Schema(description = "p- and a slug; made if absent", example = "p-departement-45")
                @Nullable String id,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Département du Loiret")
                @Nullable String name,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        allowableValues = {
                            "MINISTRY",
                            "NATIONAL_ASSOCIATION",
                            "PUBLIC_BANK",
                            "COMMUNE",
                            "EPCI",
                            "DEPARTEMENT",
                            "REGION",
                            "ACADEMIE",
                            "SCHOOL_NETWORK",
                            "OTHER"
                        })
                @Nullable String kind,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description =
                                "home territory, scheme:code, valid on the day of registration",
                        example = "departement:45")
                @Nullable String territory,
        @Schema(description = "nine digits", example = "224500017") @Nullable String siren,
        @Schema(description = "fourteen digits") @Nullable String siret,
        @Schema(description = "in whose name it speaks") @Nullable String represents,
        @Schema(description = "what another register calls it") @Nullable String externalId,
        @Schema(description = "archives, operators only: when it happened")
                @Nullable Instant occurredAt) {

    RegisterPartner.Request request() {
        return new RegisterPartner.Request(
                name, kind, territory, siren, siret, represents, externalId);
    }
}
