package relais.partners.application;

import java.util.List;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;
import relais.partners.domain.Refused;

/** Forgets who holds a mandate. The log goes on saying that the mandate acted. */
public final class ErasePerson {
    private final MandateHolders holders;
    private final Persons persons;

    public ErasePerson(Partners partners, Claims claims, Persons persons) {
        this.holders = new MandateHolders(partners, claims);
        this.persons = persons;
    }

    /**
     * @return why it was refused; empty if nobody is known under the mandate any more
     */
    public List<Refused> erase(String mandate, Actor actor) {
        Partner partner = holders.of(mandate).orElse(null);
        if (partner == null) {
            return List.of(Refused.unknownMandate(mandate));
        }
        if (!actor.mayActFor(partner.id())) {
            return List.of(Refused.notAllowed("id"));
        }
        persons.erase(new MandateId(mandate));
        return List.of();
    }
}
