package relais.history.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs replays on this instance: takes those that nobody holds, reports on its own, and removes
 * what is over. One look at the store a second sees to all of it; what it says to its owners, and
 * what they want, goes by the store, so that it does not matter which instance they talk to.
 */
public final class ReplayRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRunner.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    /**
     * What differs between deployments.
     *
     * @param atOnce how many this instance runs at the same time
     * @param held how long a replay is held after the last word of who runs it
     */
    public record Settings(int atOnce, Duration held, ReplayRun.Settings run) {

        public static Settings of(
                int atOnce, Duration held, Duration patience, long mostBytes, int checkpointEvery) {
            return new Settings(
                    atOnce,
                    held,
                    new ReplayRun.Settings(
                            checkpointEvery,
                            Duration.ofSeconds(5),
                            patience,
                            Duration.ofMillis(250),
                            Duration.ofSeconds(15),
                            mostBytes));
        }
    }

    private final Replays replays;
    private final ReplayTargets replayTargets;
    private final Settings settings;
    private final Clock clock;
    private final Map<String, HeldReplay> held = new ConcurrentHashMap<>();
    private final Semaphore poked = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread looking;

    public ReplayRunner(
            Replays replays, ReplayTargets replayTargets, Settings settings, Clock clock) {
        this.replays = replays;
        this.replayTargets = replayTargets;
        this.settings = settings;
        this.clock = clock;
    }

    public synchronized void start() {
        stopping = false;
        looking = Thread.ofVirtual().name("replays").start(this::look);
    }

    /** Lets go of everything, so that another instance goes on at once. */
    public synchronized void stop() {
        stopping = true;
        poke();
        held.values().forEach(each -> each.control.end(RunControl.End.STOPPING));
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (HeldReplay each : held.values()) {
                join(each.thread, end);
            }
            join(looking, end);
        } catch (InterruptedException stoppedInHaste) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(@Nullable Thread thread, long end) throws InterruptedException {
        if (thread != null) {
            thread.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }

    /** How many it holds, paused ones included. */
    public int held() {
        return held.size();
    }

    /** How many offsets of the log those that it holds have yet to go through. */
    public long left() {
        return held.values().stream().mapToLong(HeldReplay::left).sum();
    }

    /** Those who listen are to go to another instance. */
    public boolean isStopping() {
        return stopping;
    }

    /** There is something new: looks at once. */
    public void poke() {
        if (poked.availablePermits() == 0) {
            poked.release();
        }
    }

    private void look() {
        while (!stopping) {
            attempt("Reporting on replays", this::reportAll);
            attempt("Looking for replays", this::takeWaiting);
            attempt("Removing replays", this::removeOver);
            try {
                if (poked.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    poked.drainPermits();
                }
            } catch (InterruptedException stoppedInHaste) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void attempt(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException storeAway) {
            LOG.warn("{}: trying again. {}", what, storeAway.toString());
        }
    }

    private void reportAll() {
        for (HeldReplay each : held.values()) {
            if (!clock.instant().isBefore(each.until)) {
                // The store has been away for so long that somebody else may have it by now.
                each.control.end(RunControl.End.LOST);
            } else if (each.run != null) {
                report(each, each.run);
            }
        }
    }

    private void report(HeldReplay mine, ReplayRun<?> run) {
        Instant now = clock.instant();
        Optional<Replay> told = say(mine, run, now, now.plus(settings.held()));
        if (told.isEmpty()) {
            mine.control.end(RunControl.End.LOST);
            return;
        }
        mine.until = now.plus(settings.held());
        if (told.get().isOver(now)) {
            mine.control.end(RunControl.End.CANCELLED);
        } else if (mine.control.gaveUp()) {
            replays.want(mine.replay.id(), Wanted.PAUSE);
            mine.control.toldOfGivingUp();
        } else {
            mine.control.pause(told.get().wanted() == Wanted.PAUSE);
        }
    }

    private Optional<Replay> say(HeldReplay mine, ReplayRun<?> run, Instant now, Instant until) {
        Progress progress = run.progress();
        ReplayState state = run.state();
        return replays.report(
                mine.replay.id(),
                new Course(
                        state,
                        mine.replay.course().attempt(),
                        progress,
                        mine.rate.at(now, progress.read()),
                        mine.startedAt,
                        state == ReplayState.READY ? now : null,
                        run.trouble(),
                        run.product()),
                until);
    }

    private void takeWaiting() {
        long busy = held.values().stream().filter(ReplayRunner::isBusy).count();
        int room = (int) (settings.atOnce() - busy);
        if (room <= 0 || stopping) {
            return;
        }
        for (Replay replay : replays.waiting(clock.instant(), room)) {
            Instant until = clock.instant().plus(settings.held());
            replays.claim(replay, until).ifPresent(mine -> start(mine, until));
        }
    }

    /** One that is paused holds a file open or nothing, and reads nothing. */
    private static boolean isBusy(HeldReplay each) {
        return !each.control.isPaused();
    }

    private void start(Replay replay, Instant until) {
        Instant begun = replay.course().startedAt();
        HeldReplay mine = new HeldReplay(replay, begun == null ? clock.instant() : begun, until);
        held.put(replay.id(), mine);
        mine.thread = Thread.ofVirtual().name("replay-" + replay.id()).start(() -> run(mine));
    }

    private void run(HeldReplay mine) {
        try {
            ReplayRun<?> run = run(mine, replayTargets.work(mine.replay));
            mine.run = run;
            run.execute();
            held.remove(mine.replay.id());
            conclude(mine, run);
        } catch (InterruptedException stoppedInHaste) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            LOG.warn("Running replay {}: trying again. {}", mine.replay.id(), broken.toString());
        } finally {
            // Nothing was said of what broke off: it is taken again once the hold has run out.
            held.remove(mine.replay.id());
        }
    }

    private <T> ReplayRun<T> run(HeldReplay mine, ReplayPipeline<T> work) {
        return new ReplayRun<>(
                work,
                mine.replay.course().progress(),
                mine.replay.to(),
                mine.control,
                settings.run(),
                clock);
    }

    /** What is not said here because the store is away is made good once the hold has run out. */
    private void conclude(HeldReplay mine, ReplayRun<?> run) {
        String id = mine.replay.id();
        attempt(
                "Concluding replay " + id,
                () -> {
                    switch (mine.control.end()) {
                        case LOST -> LOG.warn("Replay {} goes on elsewhere", id);
                        case CANCELLED -> remove(mine.replay);
                        case NONE, STOPPING -> {
                            Instant now = clock.instant();
                            if (say(mine, run, now, now).isEmpty()) {
                                LOG.warn("Replay {} goes on elsewhere", id);
                            } else {
                                logEnd(id, run.state(), run.trouble());
                            }
                        }
                    }
                });
        poke();
    }

    static void logEnd(String id, ReplayState state, @Nullable Trouble trouble) {
        if (trouble == null) {
            LOG.info("Replay {}: {}", id, state);
        } else {
            LOG.warn("Replay {}: {} ({}: {})", id, state, trouble.code(), trouble.detail());
        }
    }

    private void removeOver() {
        if (stopping) {
            return;
        }
        for (Replay replay : replays.over(clock.instant(), settings.atOnce())) {
            replays.claim(replay, clock.instant().plus(settings.held()))
                    .ifPresent(this::removeAside);
        }
    }

    /** On a thread of its own: Kafka may let it wait, and others must be reported on meanwhile. */
    private void removeAside(Replay mine) {
        Thread.ofVirtual()
                .name("removal-" + mine.id())
                .start(() -> attempt("Removing replay " + mine.id(), () -> remove(mine)));
    }

    private void remove(Replay replay) {
        replayTargets.remove(replay);
        replays.remove(replay.id(), replay.course().attempt());
    }
}
