package relais.history.replay;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays a recording to one listener: each event when its time has come, at a speed that may change
 * meanwhile.
 */
public final class Player {

    /** How soon it notices what its owner wants. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Whoever hears nothing for so long is told that it goes on. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Who listens. All of it throws {@link IOException} once nobody does any more. */
    public interface Audience {

        /**
         * @param number of the event, to go on after it
         */
        void tell(long number, Recording.RecordedEvent event) throws IOException;

        /** Lets what has been told arrive. */
        void flush() throws IOException;

        void stillHere() throws IOException;
    }

    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** Why it ended. */
    public enum End {
        /** All has been told. */
        TOLD,
        /** The replay is gone. */
        REMOVED,
        /** The instance stops: the listener goes on at another one. */
        STOPPING
    }

    /** The second: it told what was withdrawn since. */
    private static final Set<ReplayState> GONE =
            EnumSet.of(ReplayState.CANCELLED, ReplayState.FAILED);

    private final Replays replays;
    private final BooleanSupplier stopping;
    private final LongSupplier nanos;
    private final Sleeper sleeper;

    /**
     * @param nanos time that passes, such as {@code System::nanoTime}
     */
    public Player(Replays replays, BooleanSupplier stopping, LongSupplier nanos, Sleeper sleeper) {
        this.replays = replays;
        this.stopping = stopping;
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    /**
     * Returns when all has been told, or cannot be any more.
     *
     * @param after the number of the last event that was heard before; 0 for none
     */
    public End play(String replay, Recording recording, long after, Audience audience)
            throws IOException, InterruptedException {
        return new Performance(replay, recording, after, audience).play();
    }

    private final class Performance {

        private final String replay;
        private final Recording recording;
        private final Audience audience;
        private long told;
        private long lookedAt;
        private long heardAt;
        private boolean unflushed;
        private @Nullable Pacing pacing;

        Performance(String replay, Recording recording, long after, Audience audience) {
            this.replay = replay;
            this.recording = recording;
            this.told = after;
            this.audience = audience;
            this.heardAt = nanos.getAsLong();
        }

        End play() throws IOException, InterruptedException {
            while (told < recording.size()) {
                Recording.RecordedEvent next = recording.event(told + 1);
                End end = awaitTimeOf(next);
                if (end != null) {
                    return end;
                }
                audience.tell(told + 1, next);
                told++;
                heardAt = nanos.getAsLong();
                unflushed = true;
            }
            audience.flush();
            replays.played(replay, told);
            return End.TOLD;
        }

        private @Nullable End awaitTimeOf(Recording.RecordedEvent next)
                throws IOException, InterruptedException {
            while (true) {
                if (stopping.getAsBoolean()) {
                    return End.STOPPING;
                }
                Pacing clock = look(next);
                if (clock == null) {
                    return End.REMOVED;
                }
                Duration wait = clock.isRunning() ? clock.until(next.time()) : LOOK_EVERY;
                if (wait.isZero()) {
                    return null;
                }
                beat();
                sleeper.sleep(wait.compareTo(LOOK_EVERY) < 0 ? wait : LOOK_EVERY);
            }
        }

        /** The clock, set as the owner wants it by now; null if the replay is gone. */
        private @Nullable Pacing look(Recording.RecordedEvent next) {
            long now = nanos.getAsLong();
            Pacing clock = pacing;
            if (clock != null && now - lookedAt < LOOK_EVERY.toNanos()) {
                return clock;
            }
            lookedAt = now;
            Optional<Replay> current = replays.find(replay);
            if (current.isEmpty()
                    || GONE.contains(current.get().state())
                    || !(current.get().target() instanceof Target.Stream stream)) {
                return null;
            }
            Speed speed = stream.speed();
            if (clock == null) {
                clock = new Pacing(nanos, speed, next.time());
                pacing = clock;
            }
            clock.set(speed, current.get().wanted() == Wanted.RUN);
            replays.played(replay, told);
            return clock;
        }

        private void beat() throws IOException {
            if (unflushed) {
                audience.flush();
                unflushed = false;
            }
            if (nanos.getAsLong() - heardAt >= HEARTBEAT.toNanos()) {
                audience.stillHere();
                heardAt = nanos.getAsLong();
            }
        }
    }
}
