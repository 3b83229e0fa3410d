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

/**
 * Runs replays on this instance: takes those that nobody holds, reports on its own, and removes
 * what is over. One look at the store a second sees to all of it; what it says to its owners, and
 * what they want, goes by the store, so that it does not matter which instance they talk to.
 */
public final class Runner {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(6);

    /**
     * What differs between deployments.
     *
     * @param atOnce how many this instance runs at the same time
     * @param held how long a replay is held after the last word of who runs it
     */
    public record Settings(int atOnce, Duration held, Run.Settings run) {

        public static Settings of(
                int atOnce, Duration held, Duration patience, long mostBytes, int checkpointEvery) {
            return new Settings(
                    atOnce,
                    held,
                    new Run.Settings(
                            checkpointEvery,
                            Duration.ofSeconds(5),
                            patience,
                            Duration.ofMillis(250),
                            Duration.ofSeconds(15),
                            mostBytes));
        }
    }

    /** What there is to tell an operator. */
    public interface Notes {
        void ended(Replay replay, State state, @Nullable Trouble trouble);

        void lost(Replay replay);

        void failed(String what, RuntimeException why);
    }

    /** A replay that this instance holds. */
    private static final class Held {
        final Replay replay;
        final Control control = new Control();
        final Rate rate = new Rate();
        final Instant startedAt;
        volatile Instant until;
        volatile @Nullable Run<?> run;
        volatile @Nullable Thread thread;

        Held(Replay replay, Instant startedAt, Instant until) {
            this.replay = replay;
            this.startedAt = startedAt;
            this.until = until;
        }
    }

    private final Replays replays;
    private final ReplayTargets replayTargets;
    private final Settings settings;
    private final Notes notes;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Semaphore poked = new Semaphore(0);
    private volatile boolean stopping;
    private @Nullable Thread looking;

    public Runner(
            Replays replays,
            ReplayTargets replayTargets,
            Settings settings,
            Notes notes,
            Clock clock) {
        this.replays = replays;
        this.replayTargets = replayTargets;
        this.settings = settings;
        this.notes = notes;
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
        held.values().forEach(each -> each.control.end(Control.End.STOPPING));
        long end = System.nanoTime() + STOP_WITHIN.toNanos();
        try {
            for (Held each : held.values()) {
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
            notes.failed(what, storeAway);
        }
    }

    private void reportAll() {
        for (Held each : held.values()) {
            if (!clock.instant().isBefore(each.until)) {
                // The store has been away for so long that somebody else may have it by now.
                each.control.end(Control.End.LOST);
            } else if (each.run != null) {
                report(each, each.run);
            }
        }
    }

    private void report(Held mine, Run<?> run) {
        Instant now = clock.instant();
        Optional<Replay> told = say(mine, run, now, now.plus(settings.held()));
        if (told.isEmpty()) {
            mine.control.end(Control.End.LOST);
            return;
        }
        mine.until = now.plus(settings.held());
        if (told.get().isOver(now)) {
            mine.control.end(Control.End.CANCELLED);
        } else if (mine.control.gaveUp()) {
            replays.want(mine.replay.id(), Wanted.PAUSE);
            mine.control.toldOfGivingUp();
        } else {
            mine.control.pause(told.get().course().wanted() == Wanted.PAUSE);
        }
    }

    private Optional<Replay> say(Held mine, Run<?> run, Instant now, Instant until) {
        Progress progress = run.progress();
        State state = run.state();
        return replays.report(
                new Replays.Report(
                        mine.replay.id(),
                        mine.replay.course().attempt(),
                        state,
                        progress,
                        mine.rate.at(now, progress.read()),
                        mine.startedAt,
                        state == State.READY ? now : null,
                        run.trouble(),
                        run.product()),
                until);
    }

    private void takeWaiting() {
        long busy = held.values().stream().filter(Runner::isBusy).count();
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
    private static boolean isBusy(Held each) {
        return !each.control.isPaused();
    }

    private void start(Replay replay, Instant until) {
        Instant begun = replay.course().startedAt();
        Held mine = new Held(replay, begun == null ? clock.instant() : begun, until);
        held.put(replay.id(), mine);
        mine.thread = Thread.ofVirtual().name("replay-" + replay.id()).start(() -> run(mine));
    }

    private void run(Held mine) {
        try {
            Run<?> run = run(mine, replayTargets.work(mine.replay));
            mine.run = run;
            run.execute();
            held.remove(mine.replay.id());
            conclude(mine, run);
        } catch (InterruptedException stoppedInHaste) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException broken) {
            notes.failed("Running replay " + mine.replay.id(), broken);
        } finally {
            // Nothing was said of what broke off: it is taken again once the hold has run out.
            held.remove(mine.replay.id());
        }
    }

    private <T> Run<T> run(Held mine, Work<T> work) {
        return new Run<>(
                work,
                mine.replay.course().progress(),
                mine.replay.to(),
                mine.control,
                settings.run(),
                clock);
    }

    /** What is not said here because the store is away is made good once the hold has run out. */
    private void conclude(Held mine, Run<?> run) {
        String id = mine.replay.id();
        attempt(
                "Concluding replay " + id,
                () -> {
                    switch (mine.control.end()) {
                        case LOST -> notes.lost(mine.replay);
                        case CANCELLED -> remove(mine.replay);
                        case NONE, STOPPING -> {
                            Instant now = clock.instant();
                            if (say(mine, run, now, now).isEmpty()) {
                                notes.lost(mine.replay);
                            } else {
                                notes.ended(mine.replay, run.state(), run.trouble());
                            }
                        }
                    }
                });
        poke();
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
