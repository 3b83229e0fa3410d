package relais.partners.application;

import java.util.List;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;
import relais.partners.domain.Person;
import relais.partners.domain.Refused;

/** Says or corrects who holds a mandate. It changes no version and leaves no event. */
public final class NamePerson {
    private final MandateHolders holders;
    private final Persons persons;

    public NamePerson(Partners partners, Claims claims, Persons persons) {
        this.holders = new MandateHolders(partners, claims);
        this.persons = persons;
    }

    /**
     * @return why it was refused; empty if it is done
     */
    public List<Refused> name(String mandate, PersonInput input, Actor actor) {
        Partner partner = holders.of(mandate).orElse(null);
        if (partner == null) {
            return List.of(Refused.unknownMandate(mandate));
        }
        if (!actor.mayActFor(partner.id())) {
            return List.of(Refused.notAllowed("id"));
        }
        Fields.Read<Person> person = input.read("");
        if (person.isSound()) {
            persons.keep(new MandateId(mandate), partner.id(), person.sound());
        }
        return person.refused();
    }
}
