package relais.partners.partner;

import java.util.Map;
import relais.aggregates.partner.PartnerId;

/** Port: where persons are kept, and nowhere else. Nothing here is ever published. */
public interface Persons {

    /** Keeps or corrects who holds a mandate. */
    void keep(MandateId mandate, PartnerId partner, Person person);

    /** Those known to hold or to have held a mandate of this partner. */
    Map<MandateId, Person> of(PartnerId partner);

    /** Forgets who holds a mandate; does nothing if nobody is known. */
    void erase(MandateId mandate);
}
