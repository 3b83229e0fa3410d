package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class VerifiedTokensTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Instant ends = now.plus(Duration.ofHours(1));
    private final List<String> verified = new ArrayList<>();
    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, new TestClock());

    @Test
    void verifiesATokenOnceAMinute() {
        for (int i = 0; i < 100; i++) {
            assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        }
        assertThat(verified).containsExactly("a");

        now = now.plus(VerifiedTokens.KEPT);
        tokens.decode("a");

        assertThat(verified).containsExactly("a", "a");
    }

    @Test
    void verifiesEachTokenForItself() {
        assertThat(tokens.decode("a").getTokenValue()).isEqualTo("a");
        assertThat(tokens.decode("b").getTokenValue()).isEqualTo("b");
        assertThat(verified).containsExactly("a", "b");
    }

    @Test
    void asksAgainAboutATokenThatHasEnded() {
        ends = now.plusSeconds(10).minus(VerifiedTokens.TOLERANCE);
        tokens.decode("a");

        now = now.plusSeconds(9);
        tokens.decode("a");
        assertThat(verified).containsExactly("a");

        now = now.plusSeconds(1);
        tokens.decode("a");
        assertThat(verified).containsExactly("a", "a");
    }

    @Test
    void remembersNoRefusal() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> tokens.decode("forged")).isInstanceOf(BadJwtException.class);
        }
        assertThat(verified).containsExactly("forged", "forged");
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (token.equals("forged")) {
            throw new BadJwtException("forged");
        }
        return Jwt.withTokenValue(token).header("alg", "none").subject("s").expiresAt(ends).build();
    }

    private final class TestClock extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
