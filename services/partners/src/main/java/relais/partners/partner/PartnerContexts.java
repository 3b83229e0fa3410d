package relais.partners.partner;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContexts;
import relais.aggregates.partner.Actor;
import relais.aggregates.reference.ReferenceTerritoryMap;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/** Looks up the home that a registration names. */
public final class PartnerContexts
        implements DecisionContexts<Partner, PartnerCommand, PartnerContext> {

    private final Territories territories;
    private final ReferenceTerritoryMap map;

    public PartnerContexts(Territories territories) {
        this.territories = territories;
        this.map = new ReferenceTerritoryMap(territories);
    }

    @Override
    public PartnerContext of(
            @Nullable Partner before,
            PartnerCommand command,
            Actor actor,
            Instant at,
            Instant now) {
        return new PartnerContext(actor, map, at, now, home(command));
    }

    private @Nullable Territory home(PartnerCommand command) {
        if (!(command instanceof PartnerCommand.Register register)) {
            return null;
        }
        String named = register.body().territory();
        return named == null
                ? null
                : TerritoryId.read(named).flatMap(territories::find).orElse(null);
    }
}
