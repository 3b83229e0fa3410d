package relais.feed.rebuild;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import relais.feed.rebuild.Outcome.Reason;
import relais.feed.rebuild.Outcome.Refused;
import relais.log.Log;
import relais.log.Offsets;

/**
 * Puts one model in the place of another, so that no reader sees anything disappear: the serving
 * model stands still until the other has all that the first can have shown, then one write changes
 * the pointer.
 */
final class Switchover {

    /**
     * How long it waits for a model that is a little behind, such as one whose group is just
     * forming. Nothing stands still meanwhile.
     */
    private static final Duration APPROACH = Duration.ofSeconds(30);

    /** Longest time that the serving model stands still; below {@link CurrentModel}'s limit. */
    private static final Duration STANDSTILL = Duration.ofSeconds(12);

    private static final Duration PAUSE = Duration.ofMillis(25);

    private final Models models;
    private final Groups groups;
    private final Log log;
    private final CurrentModel current;
    private final LongSupplier nanos;
    private final Supplier<UUID> tokens;

    Switchover(
            Models models,
            Groups groups,
            Log log,
            CurrentModel current,
            LongSupplier nanos,
            Supplier<UUID> tokens) {
        this.models = models;
        this.groups = groups;
        this.log = log;
        this.current = current;
        this.nanos = nanos;
        this.tokens = tokens;
    }

    /**
     * @return why it could not be; empty if the model serves now
     */
    Optional<Refused> to(int number, Pointer from, Model.Activation activation) {
        long behind = awaitAll(number, log.extent().end(), nanos.getAsLong(), APPROACH);
        if (behind > 0) {
            return refused(Reason.MODEL_BEHIND, number, behind);
        }
        var switching = new Pointer.Switching(number, tokens.get().toString());
        long begun = nanos.getAsLong();
        if (!models.beginSwitch(from.serving(), switching)) {
            return refused(Reason.SWITCH_UNDER_WAY);
        }
        boolean done = false;
        try {
            current.look();
            sleep(CurrentModel.BELIEVED.plus(PAUSE));
            // Whatever the serving model can have shown lies before this end: a batch that was read
            // later finds the switch before it is written.
            behind = awaitAll(number, log.extent().end(), begun, STANDSTILL);
            if (behind > 0) {
                return refused(Reason.MODEL_BEHIND, number, behind);
            }
            done = models.completeSwitch(from.serving(), switching, activation);
            return done ? Optional.empty() : refused(Reason.SWITCH_UNDER_WAY);
        } finally {
            if (!done) {
                models.abandonSwitch(switching.token());
            }
            current.look();
        }
    }

    /**
     * How many events the model's group still lacks, when it has none to wait for or time is up.
     */
    private long awaitAll(int number, Offsets end, long since, Duration limit) {
        while (true) {
            long behind = groups.committed(number).until(end);
            if (behind == 0 || nanos.getAsLong() - since > limit.toNanos()) {
                return behind;
            }
            sleep(PAUSE);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a model was switched", stopping);
        }
    }

    private static Optional<Refused> refused(Reason reason, Object... facts) {
        return Optional.of((Refused) Outcome.refused(reason, facts));
    }
}
