package relais.contributions.message;

import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Circumstances;

/**
 * Who writes: a mandate of a partner, never a person.
 *
 * @param home the partner's territory on that day: where what is written stays filed for ever
 */
public record Author(String mandate, PartnerId partner, TerritoryCode home) {

    /** The secretariat may write before this service has heard of its partner. */
    private static final TerritoryCode FRANCE = new TerritoryCode("pays:FR");

    /**
     * @throws IllegalStateException if the actor is of no partner: the policies see to that
     */
    static Author of(Circumstances circumstances) {
        PartnerId partner = circumstances.actor().partner();
        if (partner == null) {
            throw new IllegalStateException("Whoever writes is of a partner");
        }
        Partner acting = circumstances.acting();
        return new Author(
                circumstances.actor().mandate(),
                partner,
                acting == null ? FRANCE : acting.territory());
    }
}
