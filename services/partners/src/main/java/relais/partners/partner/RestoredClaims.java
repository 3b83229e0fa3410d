package relais.partners.partner;

import java.util.concurrent.atomic.AtomicLong;
import relais.aggregates.partner.PartnerId;
import relais.partners.claims.Claims.Claim;
import relais.recovery.Derived;
import relais.recovery.Finding;
import relais.recovery.Findings;

/**
 * The claims of restored partners, which know themselves what only one of them may have. Where two
 * have the same, the log holds both, and an operator has to see to it.
 */
public record RestoredClaims(PartnerQueries partners, PartnersWithUniqueNames names)
        implements Derived {

    @Override
    public String name() {
        return "claims";
    }

    @Override
    public long restore(String operator, Findings findings) {
        AtomicLong held = new AtomicLong();
        partners.forEach(
                partner ->
                        PartnersWithUniqueNames.names(partner)
                                .forEach(claim -> restore(partner.id(), claim, held, findings)));
        return held.get();
    }

    private void restore(PartnerId partner, Claim claim, AtomicLong held, Findings findings) {
        if (names.take(claim, partner)) {
            held.incrementAndGet();
            return;
        }
        String detail = "another partner holds %s %s".formatted(claim.kind(), claim.value());
        findings.add(new Finding(Finding.Kind.CONFLICT, partner.value(), null, null, detail));
    }
}
