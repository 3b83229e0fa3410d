package relais.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitFilterTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);

    @Test
    void aFullBucketGivesItsTokensAtOnceAndThenOneAtATime() {
        TokenBuckets buckets = buckets(10, 3, 1);

        assertThat(List.of(take(buckets), take(buckets), take(buckets)))
                .containsOnly(Duration.ZERO);
        assertThat(take(buckets)).isEqualTo(Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
        assertThat(take(buckets)).isZero();
        assertThat(take(buckets)).isEqualTo(Duration.ofMillis(100));
    }

    /** The clock of {@code nanoTime} may pass the largest number meanwhile. */
    @Test
    void afterARestTheBucketIsFullAndNotMore() {
        TokenBuckets buckets = buckets(10, 3, 1);
        take(buckets);
        pass(Duration.ofDays(1));

        for (int i = 0; i < 3; i++) {
            assertThat(take(buckets)).isZero();
        }
        assertThat(take(buckets)).isPositive();
    }

    @Test
    void oneDoesNotTakeFromAnother() {
        TokenBuckets buckets = buckets(1, 1, 1);

        assertThat(buckets.take("a")).isZero();
        assertThat(buckets.take("a")).isPositive();
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void severalInstancesShareTheLimit() {
        TokenBuckets buckets = buckets(10, 4, 2);

        assertThat(List.of(take(buckets), take(buckets))).containsOnly(Duration.ZERO);
        assertThat(take(buckets)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void noMoreThanSoManyAreRemembered() {
        TokenBuckets buckets = new TokenBuckets(1, 100, 1, 50, clock::get);
        for (int i = 0; i < 5_000; i++) {
            buckets.take("address " + i);
        }

        assertThat(buckets.size()).isLessThanOrEqualTo(50);
    }

    @Test
    void whoComesTooOftenIsToldWhenToComeAgain() throws Exception {
        var filter =
                new RateLimitFilter(
                        buckets(1, 1, 1),
                        HttpServletRequest::getRemoteUser,
                        (_, response) -> response.getWriter().write("too often"));
        assertThat(answer(filter, "p-1", "/cards").getStatus()).isEqualTo(200);

        MockHttpServletResponse refused = answer(filter, "p-1", "/cards");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("2");
        assertThat(refused.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(refused.getContentAsString()).isEqualTo("too often");
        assertThat(filter.refused()).isEqualTo(1);
        assertThat(answer(filter, "p-2", "/cards").getStatus()).isEqualTo(200);
        assertThat(answer(filter, "p-1", "/actuator/health").getStatus()).isEqualTo(200);
        assertThat(answer(filter, null, "/cards").getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,",
        "10.3.2.1,",
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64",
        "2001:db8:1:2::9, 2001:db8:1:2::/64"
    })
    void anAddressCountsUnlessItIsOfTheDeployment(String address, @Nullable String counted) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);

        assertThat(CallerAddress.apartFrom(List.of("127.0.0.0/8", "10.0.0.0/8")).of(request))
                .isEqualTo(counted);
    }

    @Test
    void aLimitOfNothingIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimits(0, 1, 1, 1, 1, 1, List.of()))
                .withMessageContaining("relais.rates.account-per-second");
    }

    private TokenBuckets buckets(int perSecond, int burst, int instances) {
        return new TokenBuckets(perSecond, burst, instances, 1_000, clock::get);
    }

    private static Duration take(TokenBuckets buckets) {
        return buckets.take("somebody");
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    private static MockHttpServletResponse answer(
            RateLimitFilter filter, @Nullable String user, String path) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setRemoteUser(user);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
