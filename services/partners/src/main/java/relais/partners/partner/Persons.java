package relais.partners.partner;

import java.util.Map;
import relais.aggregates.partner.PartnerId;

/** Port: where persons are kept, and nowhere else. Nothing here is ever published. */
public interface Persons {

    /**
     * Keeps or corrects who holds a mandate.
     *
     * @param version of the partner when its person was named
     */
    void keep(MandateId mandate, PartnerId partner, long version, Person person);

    /** Those known to hold or to have held a mandate of this partner. */
    Map<MandateId, Person> of(PartnerId partner);

    /** Forgets who holds a mandate; does nothing if nobody is known. */
    void erase(MandateId mandate);

    /**
     * Forgets who holds a mandate, if they were named before this version of the partner, or if
     * nobody knows when.
     */
    void eraseNamedBefore(long version, MandateId mandate);
}
