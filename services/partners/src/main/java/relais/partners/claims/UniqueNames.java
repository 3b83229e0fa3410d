package relais.partners.claims;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiPredicate;
import relais.aggregates.partner.PartnerId;
import relais.partners.claims.Claims.Claim;
import relais.partners.claims.Claims.Holding;

/**
 * Keeps a name to one partner without a transaction over two documents: the claim is written first,
 * the partner's own document second, and only the latter counts. Should the second write never come
 * (a crash, somebody else's change), the claim is left behind: it lets its partner try again, and
 * another partner may take it over once no command can still be on its way.
 *
 * @param holds whether a partner's own document has the name
 */
public record UniqueNames(Claims claims, BiPredicate<PartnerId, Claim> holds, Clock clock) {

    /** Far longer than any request may last. */
    public static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);

    /**
     * @return false if another partner has the name
     */
    public boolean take(Claim claim, PartnerId partner) {
        Instant now = clock.instant();
        Holding holding = claims.claim(claim, partner, now);
        if (holding.holder().equals(partner)) {
            return true;
        }
        boolean abandoned =
                holding.since().plus(ABANDONED_AFTER).isBefore(now)
                        && !holds.test(holding.holder(), claim);
        return abandoned && claims.passOn(claim, holding, partner, now);
    }
}
