package relais.partners.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;
import relais.partners.partner.PartnerCommand.AdmitToCommittee;
import relais.partners.partner.PartnerCommand.EndMandate;
import relais.partners.partner.PartnerCommand.ErasePerson;
import relais.partners.partner.PartnerCommand.GrantMandate;
import relais.partners.partner.PartnerCommand.LeaveCommittee;
import relais.partners.partner.PartnerCommand.Register;
import relais.partners.partner.PartnerCommand.Registration;
import relais.partners.partner.PartnerCommand.Reinstate;
import relais.partners.partner.PartnerCommand.Rename;
import relais.partners.partner.PartnerCommand.SignCharter;
import relais.partners.partner.PartnerCommand.Suspend;

/** What must be typed, and how it looks. */
final class PartnerFields {

    private static final int MAX_NAME = 200;

    private PartnerFields() {}

    /** What was typed that is no value of its field; only without any are the rules asked. */
    static Stream<Refusal> refusals(PartnerCommand command, PartnerContext context) {
        return switch (command) {
            case Register c -> registrationFields(c, context);
            case Rename c ->
                    Refusal.all(
                            Line.required("name", c.name(), MAX_NAME),
                            Line.note("reason", c.reason()));
            case SignCharter _, AdmitToCommittee _ -> Stream.empty();
            case LeaveCommittee c -> Line.note("reason", c.reason());
            case Suspend c -> Line.requiredNote("reason", c.reason());
            case Reinstate c -> Line.note("reason", c.reason());
            case GrantMandate c ->
                    Refusal.all(
                            required(
                                    "id",
                                    c.id(),
                                    MandateId::accepts,
                                    _ -> Refusal.malformed("id", "mandate-id")),
                            oneOf("role", c.role(), MandateRole.values()),
                            c.person() == null ? Stream.empty() : c.person().refusals("person."));
            case EndMandate c -> Line.note("reason", c.reason());
            case ErasePerson _ -> Stream.empty();
        };
    }

    private static Stream<Refusal> registrationFields(Register command, PartnerContext context) {
        Registration body = command.body();
        return Refusal.all(
                required(
                        "id",
                        command.id(),
                        id -> PartnerId.parse(id).isPresent(),
                        _ -> Refusal.malformed("id", "partner-id")),
                Line.required("name", body.name(), MAX_NAME),
                oneOf("kind", body.kind(), PartnerKind.values()),
                required(
                        "territory",
                        body.territory(),
                        _ -> context.home() != null,
                        PartnerFields::unknownTerritory),
                optional(
                        body.siren(),
                        Sirene::isSiren,
                        siren -> Refusal.invalid("siren", "siren-invalid", siren)),
                optional(
                        body.siret(),
                        Sirene::isSiret,
                        siret -> Refusal.invalid("siret", "siret-invalid", siret)),
                Line.note("represents", body.represents()),
                Line.note("externalId", body.externalId()));
    }

    static Refusal unknownTerritory(String territory) {
        return Refusal.invalid("territory", "territory-unknown", territory);
    }

    private static Stream<Refusal> required(
            String field,
            @Nullable String raw,
            Predicate<String> accepts,
            Function<String, Refusal> otherwise) {
        return Line.given(raw) == null
                ? Stream.of(Refusal.malformed(field, "required"))
                : optional(raw, accepts, otherwise);
    }

    private static Stream<Refusal> optional(
            @Nullable String raw, Predicate<String> accepts, Function<String, Refusal> otherwise) {
        return Optional.ofNullable(Line.given(raw))
                .filter(accepts.negate())
                .map(otherwise)
                .stream();
    }

    private static Stream<Refusal> oneOf(String field, @Nullable String raw, Enum<?>[] known) {
        List<String> names = Arrays.stream(known).map(Enum::name).toList();
        return required(
                field,
                raw,
                names::contains,
                _ -> Refusal.malformed(field, "one-of", String.join(", ", names)));
    }
}
