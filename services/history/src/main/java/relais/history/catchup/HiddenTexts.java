package relais.history.catchup;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Positions;

/**
 * Which experiences were withdrawn, moderated or taken back, as the log stands: what they said is
 * told to operators only, whatever instant or place of the log is asked about. Read from headers
 * alone: all of it at the first question, and at each later one what was added since.
 */
public final class HiddenTexts {

    private final Log log;
    private final Duration patience;
    private final ReentrantLock reading = new ReentrantLock();

    /** Both are guarded by {@link #reading}. */
    private final Set<String> hidden = new HashSet<>();

    private Positions reached = Positions.START;

    /** What an event does to the text of an experience. */
    private record Turn(String aggregate, boolean hides) {}

    /**
     * @param patience how long a question waits while another one has the log read
     */
    public HiddenTexts(Log log, Duration patience) {
        this.log = log;
        this.patience = patience;
    }

    /**
     * Their ids.
     *
     * @throws StillReading if that takes longer than anyone waits
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    public Set<String> now() throws InterruptedException {
        if (!reading.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new StillReading();
        }
        try {
            Positions end = log.extent().end();
            if (reached.until(end) > 0) {
                readTo(end);
            }
            return Set.copyOf(hidden);
        } finally {
            reading.unlock();
        }
    }

    /** What was read in part is read again: each turn has the same effect twice. */
    private void readTo(Positions end) throws InterruptedException {
        try (Log.Reading<Turn> turns = log.read(reached, end, HiddenTexts::turn)) {
            for (Turn turn = turns.next(); turn != null; turn = turns.next()) {
                if (turn.hides()) {
                    hidden.add(turn.aggregate());
                } else {
                    hidden.remove(turn.aggregate());
                }
            }
        }
        reached = end;
    }

    private static @Nullable Turn turn(LoggedEvent event) {
        Envelope envelope = Envelope.of(event.headers());
        return envelope == null
                ? null
                : switch (envelope.name()) {
                    case "ExperienceWithdrawn", "ExperienceModerated", "ExperienceTakenBack" ->
                            new Turn(envelope.aggregateId(), true);
                    case "ExperienceResubmitted" -> new Turn(envelope.aggregateId(), false);
                    default -> null;
                };
    }
}
