package relais.partners.adapter.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.Identity;
import relais.partners.domain.Mandate;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.PartnerStatus;
import relais.partners.domain.Person;

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
            @Nullable PersonJson person) {}

    static PartnerJson of(Partner partner, Map<MandateId, Person> persons) {
        Identity identity = partner.identity();
        return new PartnerJson(
                partner.id().value(),
                partner.version(),
                identity.name().value(),
                identity.kind(),
                identity.territory(),
                partner.status(),
                text(identity.siren()),
                text(identity.siret()),
                text(identity.represents()),
                text(identity.externalId()),
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
                person == null ? null : PersonJson.of(person));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
