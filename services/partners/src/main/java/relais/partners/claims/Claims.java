package relais.partners.claims;

import java.time.Instant;
import java.util.Optional;
import relais.aggregates.partner.PartnerId;

/**
 * Port: names of which the whole partnership has one each. A partner claims such a name before it
 * writes it into its own document; two partners can never hold the same one.
 */
public interface Claims {

    enum Kind {
        MANDATE,
        SIREN,
        SIRET
    }

    record Claim(Kind kind, String value) {}

    /**
     * @param since when the holder last claimed it
     */
    record Holding(PartnerId holder, Instant since) {}

    /**
     * Claims a name for a partner, or finds who holds it. A partner that claims again what it holds
     * renews the claim.
     */
    Holding claim(Claim claim, PartnerId partner, Instant now);

    Optional<PartnerId> holder(Claim claim);

    /**
     * Passes a claim on, if it is still exactly as it was seen.
     *
     * @return false if the holder renewed it, or somebody took it over first
     */
    boolean passOn(Claim claim, Holding seen, PartnerId partner, Instant now);
}
