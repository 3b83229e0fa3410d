package relais.notices.digest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import relais.notices.follower.Follower;
import relais.notices.follower.MongoFollowers;

/**
 * How late digests are, and how many wait, looked up in the store whenever somebody asks. {@code
 * relais.notices.digests.late} (seconds): how long the one that waits longest has been due without
 * that any process took it. {@code relais.notices.digests.waiting}: those that are not handed over
 * yet, counted up to {@value #MOST}. Every process tells the same.
 */
@Component
final class DigestMeters implements MeterBinder {

    private static final int MOST = 10_000;

    private final MongoFollowers followers;
    private final MongoDigests digests;
    private final Clock clock;

    DigestMeters(MongoFollowers followers, MongoDigests digests, Clock clock) {
        this.followers = followers;
        this.digests = digests;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("relais.notices.digests.late", () -> late().toMillis() / 1000.0)
                .description("How long the oldest digest that is due has not been taken")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("relais.notices.digests.waiting", () -> digests.waiting(MOST))
                .description("Digests that are not handed over yet")
                .register(meters);
    }

    private Duration late() {
        Instant now = clock.instant();
        Optional<Instant> opened = digests.due(now).map(DigestPeriod::at);
        Optional<Instant> over = followers.due(now, 1).stream().findFirst().map(Follower::digestAt);
        return Stream.of(opened, over)
                .flatMap(Optional::stream)
                .map(due -> Duration.between(due, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
