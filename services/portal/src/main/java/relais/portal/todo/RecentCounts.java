package relais.portal.todo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import relais.portal.account.Person;

/**
 * The counts of a moment ago: somebody who goes from page to page asks the services once. What they
 * did themselves since is not among those, so that they are asked anew after it.
 */
@Component
class RecentCounts {

    private static final Duration REMEMBERED = Duration.ofSeconds(20);
    private static final int PEOPLE = 10_000;

    private record RememberedCounts(Instant asked, CompletableFuture<Counts> counts) {}

    private final Waits waits;
    private final Clock clock;
    private final Cache<Person, RememberedCounts> recent =
            Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterWrite(REMEMBERED).build();

    RecentCounts(Waits waits, Clock clock) {
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * Those that are known, or that are asked for now, without waiting; they come within the
     * patience of a page, or exceptionally.
     *
     * @param acted when the person last changed something here
     */
    CompletableFuture<Counts> of(Person person, Instant acted) {
        RememberedCounts known = recent.getIfPresent(person);
        if (known != null
                && known.asked().isAfter(acted)
                && !known.counts().isCompletedExceptionally()) {
            return known.counts();
        }
        Instant now = clock.instant();
        Waits.PendingSections begun = waits.begin(person);
        var counts = new CompletableFuture<Counts>();
        recent.put(person, new RememberedCounts(now, counts));
        Thread.startVirtualThread(
                () -> {
                    try {
                        counts.complete(Counts.of(begun.answers()));
                    } catch (RuntimeException notTold) {
                        counts.completeExceptionally(notTold);
                    }
                });
        return counts;
    }

    /** What was counted just now, on a page of its own. */
    void remember(Person person, Counts counts) {
        recent.put(
                person,
                new RememberedCounts(clock.instant(), CompletableFuture.completedFuture(counts)));
    }
}
