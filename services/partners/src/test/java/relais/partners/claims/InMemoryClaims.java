package relais.partners.claims;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import relais.aggregates.partner.PartnerId;

/** The port in memory; it obeys the same contract as the store. */
public final class InMemoryClaims implements Claims {
    private final Map<Claim, Holding> holdings = new HashMap<>();

    @Override
    public synchronized Holding claim(Claim claim, PartnerId partner, Instant now) {
        Holding current = holdings.get(claim);
        if (current != null && !current.holder().equals(partner)) {
            return current;
        }
        Holding mine = new Holding(partner, now);
        holdings.put(claim, mine);
        return mine;
    }

    @Override
    public synchronized Optional<PartnerId> holder(Claim claim) {
        return Optional.ofNullable(holdings.get(claim)).map(Holding::holder);
    }

    @Override
    public synchronized boolean passOn(Claim claim, Holding seen, PartnerId partner, Instant now) {
        return holdings.replace(claim, seen, new Holding(partner, now));
    }
}
