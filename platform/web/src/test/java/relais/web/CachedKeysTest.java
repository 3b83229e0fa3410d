package relais.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CachedKeysTest {

    private long now = Long.MAX_VALUE - 5; // The clock of the JVM may overflow at any time.
    private JWKSet issued = new JWKSet(key("k1"));
    private boolean down;
    private final AtomicInteger fetches = new AtomicInteger();
    private final CachedKeys keys = new CachedKeys(this::fetch, () -> now);

    @Test
    void fetchesNothingBeforeTheFirstToken() {
        assertThat(fetches).hasValue(0);
    }

    @Test
    void fetchesOnceForManyTokens() throws KeySourceException {
        for (int i = 0; i < 100; i++) {
            assertThat(find("k1")).hasSize(1);
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void goesOnWithWhatItHasWhileTheIssuerIsDown() throws KeySourceException {
        find("k1");
        down = true;
        pass(Duration.ofHours(12));

        assertThat(find("k1")).hasSize(1);
        assertThat(find("k1")).hasSize(1);
        assertThat(fetches).as("asks again, but not for every token").hasValue(2);
    }

    @Test
    void saysThatItHasNoKeysRatherThanThatATokenIsWrong() throws KeySourceException {
        down = true;
        assertThatThrownBy(() -> find("k1")).isInstanceOf(KeySourceException.class);
        assertThatThrownBy(() -> find("k1")).isInstanceOf(KeySourceException.class);
        assertThat(fetches).hasValue(1);

        down = false;
        pass(CachedKeys.FIRST_PAUSE.plusMillis(1));
        assertThat(find("k1")).hasSize(1);
    }

    @Test
    void learnsANewKeyOfTheIssuer() throws KeySourceException {
        find("k1");
        issued = new JWKSet(List.of(key("k1"), key("k2")));
        pass(CachedKeys.PAUSE.plusMillis(1));

        assertThat(find("k2")).hasSize(1);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void forgetsAKeyThatTheIssuerWithdrew() throws KeySourceException {
        find("k1");
        issued = new JWKSet(key("k2"));
        pass(CachedKeys.FRESH.plusMillis(1));

        assertThat(find("k1")).isEmpty();
    }

    @Test
    void inventedKeyIdsDoNotBecomeAStormOnTheIssuer() throws KeySourceException {
        for (int i = 0; i < 1_000; i++) {
            assertThat(find("invented-" + i)).isEmpty();
            pass(Duration.ofMillis(5));
        }
        assertThat(fetches).hasValue(1);
    }

    @Test
    void tokensThatComeTogetherFetchTogether() throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<JWK>>> found =
                    IntStream.range(0, 50)
                            .mapToObj(
                                    _ ->
                                            threads.submit(
                                                    () -> {
                                                        start.await();
                                                        return find("k1");
                                                    }))
                            .toList();
            start.countDown();
            for (Future<List<JWK>> one : found) {
                assertThat(one.get(60, TimeUnit.SECONDS)).hasSize(1);
            }
        }
        assertThat(fetches).hasValue(1);
    }

    private List<JWK> find(String id) throws KeySourceException {
        return keys.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    private JWKSet fetch() throws IOException {
        fetches.incrementAndGet();
        if (down) {
            throw new IOException("down");
        }
        return issued;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static JWK key(String id) {
        try {
            return new OctetSequenceKeyGenerator(256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
