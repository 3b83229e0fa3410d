package relais.partners.partner;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import relais.aggregates.Aggregates;
import relais.aggregates.Change;
import relais.aggregates.Refusal;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.partners.claims.Claims;
import relais.partners.claims.Claims.Claim;
import relais.partners.claims.Claims.Kind;
import relais.partners.claims.UniqueNames;

/** Partners whose numbers and mandates are claimed right before they are written. */
public final class PartnersWithUniqueNames implements Aggregates<Partner, PartnerEvent> {

    private final Aggregates<Partner, PartnerEvent> partners;
    private final Claims claims;
    private final UniqueNames names;

    public PartnersWithUniqueNames(
            Aggregates<Partner, PartnerEvent> partners, Claims claims, Clock clock) {
        this.partners = partners;
        this.claims = claims;
        this.names = new UniqueNames(claims, this::holds, clock);
    }

    @Override
    public Optional<Stored<Partner>> find(String id) {
        return partners.find(id);
    }

    @Override
    public List<Refusal> refusals(Change<Partner, PartnerEvent> change) {
        return change.events().stream()
                .flatMap(PartnersWithUniqueNames::names)
                .filter(claim -> !take(claim, change.after().id()))
                .map(PartnersWithUniqueNames::taken)
                .toList();
    }

    private static Stream<Claim> names(PartnerEvent event) {
        return switch (event) {
            case PartnerEvent.Registered e -> number(e.identity());
            case PartnerEvent.MandateGranted e -> Stream.of(mandate(e.mandate()));
            case PartnerEvent.Renamed _,
                    PartnerEvent.CharterSigned _,
                    PartnerEvent.CommitteeJoined _,
                    PartnerEvent.CommitteeLeft _,
                    PartnerEvent.Suspended _,
                    PartnerEvent.Reinstated _,
                    PartnerEvent.MandateEnded _,
                    PartnerEvent.MandatePersonErased _ ->
                    Stream.empty();
        };
    }

    @Override
    public boolean create(Change<Partner, PartnerEvent> creation) {
        return partners.create(creation);
    }

    @Override
    public boolean save(Change<Partner, PartnerEvent> change) {
        return partners.save(change);
    }

    /**
     * @return false if another partner has the name
     */
    boolean take(Claim claim, PartnerId partner) {
        return names.take(claim, partner);
    }

    /** The partner that granted a mandate. */
    Optional<Partner> holder(MandateId mandate) {
        // A claim alone proves nothing: the partner's own document says whether it was granted.
        return claims.holder(mandate(mandate))
                .flatMap(holder -> find(holder.value()))
                .map(Stored::state)
                .filter(partner -> partner.mandate(mandate).isPresent());
    }

    /** What a partner has that only one may have. */
    static Stream<Claim> names(Partner partner) {
        return Stream.concat(
                partner.mandates().stream().map(mandate -> mandate(mandate.id())),
                number(partner.identity()));
    }

    private boolean holds(PartnerId holder, Claim claim) {
        return find(holder.value())
                .filter(found -> names(found.state()).anyMatch(claim::equals))
                .isPresent();
    }

    private static Claim mandate(MandateId mandate) {
        return new Claim(Kind.MANDATE, mandate.value());
    }

    /**
     * The number by which two registrations are seen to be the same organisation: the SIRET if
     * there is one, else the SIREN. Partners may share a SIREN as long as each names its own
     * establishment, because a school network or a service of the State often lives inside
     * another's legal entity.
     */
    private static Stream<Claim> number(Identity identity) {
        if (identity.siret() != null) {
            return Stream.of(new Claim(Kind.SIRET, identity.siret()));
        }
        return Stream.ofNullable(identity.siren()).map(siren -> new Claim(Kind.SIREN, siren));
    }

    private static Refusal taken(Claim claim) {
        return switch (claim.kind()) {
            case MANDATE -> PartnerRules.mandateIdTaken(new MandateId(claim.value()));
            case SIREN ->
                    Refusal.conflict("siren", "organisation-already-registered", claim.value());
            case SIRET ->
                    Refusal.conflict("siret", "organisation-already-registered", claim.value());
        };
    }
}
