package relais.partners.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.PartnerId;
import relais.partners.claims.Claims.Claim;
import relais.partners.claims.Claims.Holding;
import relais.partners.claims.Claims.Kind;

/** What every keeper of claims does. */
public abstract class ClaimsContract {
    private static final Claim CLAIM = new Claim(Kind.MANDATE, "m-one");
    private static final PartnerId A = new PartnerId("p-a");
    private static final PartnerId B = new PartnerId("p-b");
    private static final Instant EARLY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(600);

    private Claims claims;

    /** A keeper of none yet. */
    protected abstract Claims noClaims();

    @BeforeEach
    void start() {
        claims = noClaims();
    }

    @Test
    void givesANameToWhoComesFirst() {
        assertThat(claims.claim(CLAIM, A, EARLY)).isEqualTo(new Holding(A, EARLY));
        assertThat(claims.claim(CLAIM, B, LATE)).isEqualTo(new Holding(A, EARLY));
        assertThat(claims.holder(CLAIM)).contains(A);
    }

    @Test
    void keepsKindsApart() {
        claims.claim(new Claim(Kind.SIREN, "1"), A, EARLY);

        assertThat(claims.claim(new Claim(Kind.SIRET, "1"), B, EARLY).holder()).isEqualTo(B);
        assertThat(claims.holder(CLAIM)).isEmpty();
    }

    @Test
    void renewsTheClaimOfItsHolder() {
        claims.claim(CLAIM, A, EARLY);

        assertThat(claims.claim(CLAIM, A, LATE)).isEqualTo(new Holding(A, LATE));
        assertThat(claims.claim(CLAIM, B, LATE)).isEqualTo(new Holding(A, LATE));
    }

    @Test
    void passesAClaimOnOnlyAsItWasSeen() {
        claims.claim(CLAIM, A, EARLY);
        Holding seen = claims.claim(CLAIM, B, LATE);
        claims.claim(CLAIM, A, LATE);

        assertThat(claims.passOn(CLAIM, seen, B, LATE)).isFalse();
        assertThat(claims.passOn(CLAIM, new Holding(A, LATE), B, LATE)).isTrue();
        assertThat(claims.passOn(CLAIM, new Holding(A, LATE), B, LATE)).isFalse();
        assertThat(claims.holder(CLAIM)).contains(B);
    }
}
