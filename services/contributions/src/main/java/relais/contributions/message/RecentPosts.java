package relais.contributions.message;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * When a mandate posted in the last day: what keeps one author from drowning the others. The limits
 * hold over any minute and any day, not only over those of the clock.
 *
 * @param times at most {@value #PER_DAY}, in order
 */
record RecentPosts(List<Instant> times) {

    public static final int PER_MINUTE = 10;
    public static final int PER_DAY = 200;

    public static final Duration REMEMBERED = Duration.ofDays(1);

    public static final RecentPosts NONE = new RecentPosts(List.of());

    public RecentPosts {
        times = times.stream().sorted().toList();
    }

    /** How long to wait before the next one; zero if it may come now. */
    public Duration waitAt(Instant now) {
        Duration minute = wait(PER_MINUTE, Duration.ofMinutes(1), now);
        Duration day = wait(PER_DAY, REMEMBERED, now);
        return minute.compareTo(day) > 0 ? minute : day;
    }

    /** With one more; what is older than a day is forgotten. */
    public RecentPosts and(Instant now) {
        return new RecentPosts(
                Stream.concat(
                                times.stream().filter(at -> at.isAfter(now.minus(REMEMBERED))),
                                Stream.of(now))
                        .toList());
    }

    private Duration wait(int most, Duration window, Instant now) {
        List<Instant> within = times.stream().filter(at -> at.isAfter(now.minus(window))).toList();
        return within.size() < most
                ? Duration.ZERO
                : Duration.between(now, within.get(within.size() - most).plus(window));
    }
}
