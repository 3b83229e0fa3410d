package relais.partners.application;

import java.time.Duration;
import java.time.Instant;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Holding;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerId;

/**
 * Keeps a name to one partner without a transaction over two documents: the claim is written first,
 * the partner's own document second, and only the latter counts. Should the second write never come
 * (a crash, somebody else's change), the claim is left behind: it lets its partner try again, and
 * another partner may take it over once no command can still be on its way.
 */
final class UniqueNames {
    /** Far longer than any request may last. */
    static final Duration ABANDONED_AFTER = Duration.ofMinutes(5);

    private final Claims claims;
    private final Partners partners;

    UniqueNames(Claims claims, Partners partners) {
        this.claims = claims;
        this.partners = partners;
    }

    /**
     * @return false if another partner has the name
     */
    boolean take(Claim claim, PartnerId partner, Instant now) {
        Holding holding = claims.claim(claim, partner, now);
        if (holding.holder().equals(partner)) {
            return true;
        }
        boolean abandoned =
                holding.since().plus(ABANDONED_AFTER).isBefore(now)
                        && !isHeld(claim, holding.holder());
        return abandoned && claims.passOn(claim, holding, partner, now);
    }

    private boolean isHeld(Claim claim, PartnerId holder) {
        return partners.find(holder).filter(partner -> holds(partner, claim)).isPresent();
    }

    private static boolean holds(Partner partner, Claim claim) {
        return switch (claim.kind()) {
            case MANDATE -> partner.mandate(new MandateId(claim.value())) != null;
            case SIREN, SIRET -> claim.equals(OrganisationNumber.of(partner.identity()));
        };
    }
}
