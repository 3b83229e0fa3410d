package relais.partners.application;

import java.util.Optional;
import relais.partners.application.Claims.Claim;
import relais.partners.application.Claims.Kind;
import relais.partners.domain.MandateId;
import relais.partners.domain.Partner;

/** Finds the partner that granted a mandate. */
final class MandateHolders {
    private final Partners partners;
    private final Claims claims;

    MandateHolders(Partners partners, Claims claims) {
        this.partners = partners;
        this.claims = claims;
    }

    /**
     * @param mandate the id as received, whatever it looks like
     */
    Optional<Partner> of(String mandate) {
        if (!MandateId.accepts(mandate)) {
            return Optional.empty();
        }
        // A claim alone proves nothing: the partner's own document says whether it was granted.
        return claims.holder(new Claim(Kind.MANDATE, mandate))
                .flatMap(partners::find)
                .filter(partner -> partner.mandate(new MandateId(mandate)) != null);
    }
}
