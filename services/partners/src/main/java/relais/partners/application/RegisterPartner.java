package relais.partners.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Outcome.Done;
import relais.partners.application.Outcome.Rejected;
import relais.partners.application.Outcome.Repeated;
import relais.partners.domain.Decision;
import relais.partners.domain.HomeTerritory;
import relais.partners.domain.Identity;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerCommand.Register;
import relais.partners.domain.PartnerEvent.Registered;
import relais.partners.domain.PartnerId;
import relais.partners.domain.PartnerKind;
import relais.partners.domain.PartnerName;
import relais.partners.domain.Refused;
import relais.partners.domain.Siren;
import relais.partners.domain.Siret;

/** The committee or an operator admits an organisation as a partner. */
public final class RegisterPartner {

    /**
     * @param territory home, {@code scheme:code}
     */
    public record Request(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String territory,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String represents,
            @Nullable String externalId) {}

    private final Partners partners;
    private final UniqueNames names;
    private final Function<String, Optional<HomeTerritory>> territories;
    private final Clock clock;

    /**
     * @param territories finds a territory by {@code scheme:code}; empty for anything else
     */
    public RegisterPartner(
            Partners partners,
            Claims claims,
            Function<String, Optional<HomeTerritory>> territories,
            Clock clock) {
        this.partners = partners;
        this.names = new UniqueNames(claims, partners);
        this.territories = territories;
        this.clock = clock;
    }

    /** Whether this caller may register at all; asked before an id is set aside for the request. */
    public Optional<Refused> refusal(Occasion occasion) {
        if (!occasion.actor().mayAdmit()) {
            return Optional.of(Refused.notAllowed("id"));
        }
        return Optional.ofNullable(occasion.refusal());
    }

    /**
     * @param id the partner's id, as received or made
     * @param requestKey the same for every repetition of one request, and for no other request
     */
    public Outcome register(String id, Request request, String requestKey, Occasion occasion) {
        Refused refused = refusal(occasion).orElse(null);
        if (refused != null) {
            return Rejected.because(refused);
        }
        Fields.Read<Register> read = read(id, request);
        if (!read.isSound()) {
            return new Rejected(read.refused());
        }
        return switch (Partner.decide(read.sound(), occasion.moment(clock.instant()))) {
            case Decision.Rejected rejected -> new Rejected(rejected.reasons());
            case Decision.Unchanged _ ->
                    throw new IllegalStateException("A registration registers something");
            case Decision.Accepted accepted -> add(accepted, requestKey, occasion);
        };
    }

    private Outcome add(Decision.Accepted accepted, String requestKey, Occasion occasion) {
        Registered event = (Registered) accepted.event();
        Partner partner = Partner.begin(event, accepted.moment().at());
        var first = new RecordedEvent(partner, event, accepted.moment(), occasion);
        Claim number = OrganisationNumber.of(partner.identity());
        Instant now = clock.instant();
        // An id that exists must not claim what its partner does not have.
        boolean isNew = partners.find(partner.id()).isEmpty();
        if (isNew && number != null && !names.take(number, partner.id(), now)) {
            String field = number.kind() == Claims.Kind.SIRET ? "siret" : "siren";
            return Rejected.because(Refused.organisationAlreadyRegistered(field, number.value()));
        }
        return switch (partners.add(first, requestKey)) {
            case ADDED -> new Done(partner);
            case REPEATED -> new Repeated(partners.find(partner.id()).orElseThrow());
            case ID_TAKEN -> Rejected.because(Refused.partnerIdTaken(partner.id()));
        };
    }

    private Fields.Read<Register> read(String rawId, Request request) {
        var fields = new Fields();
        var id =
                fields.required(
                        "id",
                        rawId,
                        PartnerId::accepts,
                        PartnerId::new,
                        _ -> Refused.partnerId("id"));
        var name =
                fields.required(
                        "name",
                        request.name(),
                        PartnerName::accepts,
                        PartnerName::new,
                        _ -> Refused.oneLine("name", PartnerName.MAX_LENGTH));
        var kind =
                fields.required(
                        "kind",
                        request.kind(),
                        raw -> PartnerKind.named(raw).isPresent(),
                        PartnerKind::valueOf,
                        _ -> Refused.oneOf("kind", PartnerKind.values()));
        var home =
                fields.required(
                        "territory",
                        request.territory(),
                        raw -> territories.apply(raw).isPresent(),
                        raw -> territories.apply(raw).orElseThrow(),
                        Refused::unknownTerritory);
        var siren =
                fields.optional(request.siren(), Siren::accepts, Siren::new, Refused::sirenInvalid);
        var siret =
                fields.optional(request.siret(), Siret::accepts, Siret::new, Refused::siretInvalid);
        var represents = fields.note("represents", request.represents());
        var externalId = fields.note("externalId", request.externalId());
        return fields.read(
                () ->
                        new Register(
                                requireNonNull(id),
                                new Identity(
                                        requireNonNull(name),
                                        requireNonNull(kind),
                                        requireNonNull(home).id(),
                                        siren,
                                        siret,
                                        represents,
                                        externalId),
                                home));
    }
}
