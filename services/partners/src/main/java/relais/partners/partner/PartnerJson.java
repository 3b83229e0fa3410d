package relais.partners.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A partner as it is shown; persons appear only to those who may see them. */
@Schema(name = "Partner")
record PartnerJson(
        String id,
        long version,
        String name,
        PartnerKind kind,
        String territory,
        PartnerStatus status,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String represents,
        @Nullable String externalId,
        @Nullable LocalDate charterSignedOn,
        @Schema(description = "Whether it is one of the committee's signatories") boolean committee,
        Instant registeredAt,
        Instant changedAt,
        List<MandateView> mandates) {

    /** A mandate as it is shown. */
    @Schema(name = "Mandate")
    record MandateView(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate endedOn,
            @Nullable Person person) {}

    /** As anyone sees it. */
    static PartnerJson listed(Partner partner) {
        return of(partner, Map.of());
    }

    static PartnerJson of(Partner partner, Map<MandateId, Person> persons) {
        Identity identity = partner.identity();
        return new PartnerJson(
                partner.id().value(),
                partner.version(),
                identity.name(),
                identity.kind(),
                identity.territory(),
                partner.status(),
                identity.siren(),
                identity.siret(),
                identity.represents(),
                identity.externalId(),
                partner.charterSignedOn(),
                partner.committee(),
                partner.registeredAt(),
                partner.changedAt(),
                partner.mandates().stream().map(m -> view(m, persons.get(m.id()))).toList());
    }

    private static MandateView view(Mandate mandate, @Nullable Person person) {
        return new MandateView(
                mandate.id().value(),
                mandate.role().name(),
                mandate.from(),
                mandate.until(),
                mandate.endedOn(),
                person);
    }
}
