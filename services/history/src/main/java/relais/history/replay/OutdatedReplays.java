package relais.history.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.history.catchup.HiddenTexts;

/**
 * Takes away what replays made for those who are not told all, once a text was withdrawn or
 * moderated since they were begun. It does not look whether that text was among theirs: made anew,
 * a replay tells what may be told by then.
 */
public final class OutdatedReplays {

    private static final Logger LOG = LoggerFactory.getLogger(OutdatedReplays.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration REMOVED_WITHIN = Duration.ofSeconds(60);
    private static final int AT_ONCE = 20;

    private final Replays replays;
    private final ReplayTargets replayTargets;
    private final HiddenTexts hidden;
    private final Clock clock;
    private @Nullable Thread looking;

    public OutdatedReplays(
            Replays replays, ReplayTargets replayTargets, HiddenTexts hidden, Clock clock) {
        this.replays = replays;
        this.replayTargets = replayTargets;
        this.hidden = hidden;
        this.clock = clock;
    }

    /** Looks every ten seconds; a reader is refused at once by {@link #isOutdated}. */
    public synchronized void start() {
        looking = Thread.ofVirtual().name("outdated-replays").start(this::look);
    }

    public synchronized void stop() {
        if (looking != null) {
            looking.interrupt();
        }
    }

    /**
     * Whether what it made may tell of a text that was withdrawn since. Throws as {@link
     * HiddenTexts#now}.
     */
    public boolean isOutdated(Replay replay) throws InterruptedException {
        Product product = replay.course().product();
        return !replay.whole() && product != null && product.withdrawals() < hidden.withdrawals();
    }

    private void look() {
        try {
            while (true) {
                try {
                    removeAll();
                } catch (RuntimeException away) {
                    LOG.warn(
                            "Removing what replays tell of withdrawn texts: trying again. {}",
                            away.toString());
                }
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Without a replay that it could concern, the log is not asked. */
    void removeAll() throws InterruptedException {
        if (replays.readyBefore(Long.MAX_VALUE, clock.instant(), 1).isEmpty()) {
            return;
        }
        for (Replay replay : replays.readyBefore(hidden.withdrawals(), clock.instant(), AT_ONCE)) {
            replays.claim(replay, clock.instant().plus(REMOVED_WITHIN)).ifPresent(this::remove);
        }
    }

    private void remove(Replay mine) {
        replayTargets.remove(mine);
        Instant now = clock.instant();
        Trouble trouble =
                new Trouble(Trouble.TEXT_WITHDRAWN, "A text was withdrawn since it was made", now);
        replays.report(
                        mine.id(),
                        new Course(
                                ReplayState.FAILED,
                                mine.course().attempt(),
                                Progress.between(mine.from(), mine.to()),
                                0,
                                mine.course().startedAt(),
                                null,
                                trouble,
                                null),
                        now)
                .ifPresent(_ -> ReplayRunner.logEnd(mine.id(), ReplayState.FAILED, trouble));
    }
}
