package relais.aggregates.partner;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.StoredField;

/**
 * A partner as far as this service needs to know it: folded from the partners' own events.
 *
 * @param registeredAt absent in what a replica of an earlier model kept
 * @param committee whether the committee counts it among its signatories
 */
public record Partner(
        @StoredField(name = "_id") PartnerId id,
        String name,
        PartnerKind kind,
        TerritoryCode territory,
        @Nullable Instant registeredAt,
        @StoredField(zeroIfAbsent = true) boolean active,
        @StoredField(zeroIfAbsent = true) boolean committee,
        @StoredField(keyedBy = "id") Map<String, Mandate> mandates) {

    public Partner {
        mandates = Map.copyOf(mandates);
    }

    public Optional<Mandate> mandate(String mandateId) {
        return Optional.ofNullable(mandates.get(mandateId));
    }

    /**
     * One of those that make up the national committee today. Many more sign the charter: they take
     * no positions.
     */
    public boolean isSignatory() {
        return active && committee;
    }

    /**
     * The partner after one more fact.
     *
     * @param before absent before the registration
     * @throws IllegalStateException if the first fact is not the registration
     */
    public static Partner apply(PartnerId id, @Nullable Partner before, PartnerFact fact) {
        if (fact instanceof PartnerFact.Registered registered) {
            return new Partner(
                    id,
                    registered.name(),
                    registered.kind(),
                    registered.territory(),
                    registered.at(),
                    true,
                    false,
                    Map.of());
        }
        if (before == null) {
            throw new IllegalStateException(id + ": " + fact + " before the registration");
        }
        return before.then(fact);
    }

    private Partner then(PartnerFact fact) {
        return switch (fact) {
            case PartnerFact.Registered _ -> this;
            case PartnerFact.Renamed renamed -> next(renamed.name(), active, committee, mandates);
            case PartnerFact.CommitteeJoined _ -> next(name, active, true, mandates);
            case PartnerFact.CommitteeLeft _ -> next(name, active, false, mandates);
            case PartnerFact.Suspended _ -> next(name, false, committee, mandates);
            case PartnerFact.Reinstated _ -> next(name, true, committee, mandates);
            case PartnerFact.MandateGranted granted ->
                    with(new Mandate(granted.mandateId(), granted.from(), granted.until(), null));
            case PartnerFact.MandateEnded ended ->
                    mandate(ended.mandateId())
                            .map(mandate -> with(mandate.endedOn(ended.endedOn())))
                            .orElse(this);
        };
    }

    private Partner next(
            String called, boolean acts, boolean signatory, Map<String, Mandate> held) {
        return new Partner(id, called, kind, territory, registeredAt, acts, signatory, held);
    }

    private Partner with(Mandate mandate) {
        Map<String, Mandate> after = new HashMap<>(mandates);
        after.put(mandate.id(), mandate);
        return next(name, active, committee, after);
    }
}
