package relais.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.local.message.Messages;
import relais.local.process.ChildProcess;
import relais.local.process.Program;
import relais.local.process.Readiness;
import relais.local.process.Wait;

/** One part that is a process: knows an end that was asked for from one that was not. */
final class RunningPart {

    static final Limits LIMITS =
            new Limits(Duration.ofSeconds(90), Duration.ofMinutes(30), Duration.ofSeconds(20));

    private final Part part;
    private final Supplier<Program> program;
    private final Readiness readiness;
    private final Path log;
    private final Listener listener;
    private final Limits limits;

    private int restarts;
    private PartState state = PartState.STOPPED;
    private @Nullable ChildProcess child;

    /**
     * How long a start may take, also of one that says that it makes up for something first, and an
     * end.
     */
    record Limits(Duration start, Duration working, Duration stop) {}

    /** Is told what becomes of a part, by whichever thread brought it about. */
    interface Listener {

        void changed(RunningPart part);

        /** It runs and says that it works, longer than a start takes. */
        void late(RunningPart part);

        /** It could serve, and ended although nobody asked it to. */
        void died(RunningPart part);
    }

    RunningPart(
            Part part,
            Supplier<Program> program,
            Readiness readiness,
            Path log,
            Listener listener,
            Limits limits) {
        this.part = part;
        this.program = program;
        this.readiness = readiness;
        this.log = log;
        this.listener = listener;
        this.limits = limits;
    }

    Part part() {
        return part;
    }

    synchronized PartState state() {
        return state;
    }

    synchronized @Nullable ChildProcess child() {
        return child;
    }

    /** How often it was started because it had ended by itself. */
    synchronized int restarts() {
        return restarts;
    }

    synchronized @Nullable Instant since() {
        return child == null ? null : child.since();
    }

    void start() {
        ChildProcess started;
        synchronized (this) {
            if (state == PartState.STARTING || state == PartState.READY) {
                return;
            }
            started = ChildProcess.start(program.get(), log);
            child = started;
            state = PartState.STARTING;
        }
        listener.changed(this);
        started.whenEnded(() -> ended(started));
        Wait.untilReady(
                started, readiness, limits.start(), limits.working(), () -> listener.late(this));
        if (!change(started, PartState.STARTING, PartState.READY) && state() == PartState.DEAD) {
            throw Wait.died(started);
        }
    }

    /** After an end that nobody asked for; what is left of it goes first. */
    void startAgain() {
        kill();
        synchronized (this) {
            restarts++;
        }
        start();
    }

    void stop() {
        ChildProcess stopping = claim();
        if (stopping != null && !stopping.stop(limits.stop())) {
            System.err.println(Messages.say("part.killed", part.name(), limits.stop().toSeconds()));
        }
        settle();
    }

    void kill() {
        ChildProcess victim = claim();
        if (victim != null) {
            victim.kill();
        }
        settle();
    }

    /** From here on its end is no surprise. */
    private @Nullable ChildProcess claim() {
        synchronized (this) {
            if (child == null || state == PartState.DEAD || state == PartState.STOPPED) {
                return null;
            }
            state = PartState.STOPPING;
        }
        listener.changed(this);
        return child();
    }

    private void settle() {
        synchronized (this) {
            if (state != PartState.STOPPING) {
                return;
            }
            state = PartState.STOPPED;
            child = null;
        }
        listener.changed(this);
    }

    private void ended(ChildProcess which) {
        boolean served;
        synchronized (this) {
            boolean expected = state == PartState.STOPPING || state == PartState.STOPPED;
            if (child != which || expected) {
                return;
            }
            served = state == PartState.READY;
            state = PartState.DEAD;
        }
        listener.changed(this);
        if (served) {
            listener.died(this);
        }
    }

    private boolean change(ChildProcess which, PartState from, PartState to) {
        synchronized (this) {
            if (child != which || state != from) {
                return false;
            }
            state = to;
        }
        listener.changed(this);
        return true;
    }
}
