package relais.partners.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContext;
import relais.aggregates.partner.Actor;
import relais.aggregates.territory.TerritoryMap;
import relais.territories.Territory;

/**
 * What a decision about a partner depends on besides the partner and the command.
 *
 * @param home that a registration names; absent for any other command, or if it is unknown
 */
record PartnerContext(
        Actor actor, TerritoryMap territories, Instant at, Instant now, @Nullable Territory home)
        implements DecisionContext {

    /** Rights here do not depend on the state of the partner acted for. */
    @Override
    public relais.aggregates.partner.@Nullable Partner acting() {
        return null;
    }
}
