package relais.history.catchup;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import relais.log.Envelope;
import relais.log.Lane;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Place;
import relais.log.Positions;

/**
 * Which experiences and contributions not everyone may read, as the log stands: those that were not
 * published yet, and those that were withdrawn, moderated or taken back. What they say is told to
 * operators only, whatever instant or place of the log is asked about. Read from headers alone: all
 * of it at the first question, and at each later one what was added since.
 */
public final class HiddenTexts {

    /** What an event does to the text of what it happened to. */
    private enum Turn {
        /** Few may read it yet. */
        BEGINS,
        /** Everyone may read it from here on. */
        SHOWS,
        /** What everyone could read is to be read no more. */
        HIDES
    }

    private static final Map<String, Turn> TURNS =
            Map.of(
                    "ExperienceSubmitted", Turn.BEGINS,
                    "ExperiencePublished", Turn.SHOWS,
                    "ExperienceWithdrawn", Turn.HIDES,
                    "ExperienceModerated", Turn.HIDES,
                    "ContributionOpened", Turn.BEGINS,
                    "ConsultationOpened", Turn.SHOWS);

    private final Log log;
    private final Repeats repeats;
    private final Duration patience;
    private final ReentrantLock reading = new ReentrantLock();

    /** All three are guarded by {@link #reading}. */
    private final Set<String> hidden = new HashSet<>();

    private Positions reached = Positions.START;
    private long withdrawals;

    private record Turned(Place place, String aggregate, Turn turn) {}

    /**
     * @param repeats a publication that is repeated after a withdrawal shows nothing again
     * @param patience how long a question waits while another one has the log read
     */
    public HiddenTexts(Log log, Repeats repeats, Duration patience) {
        this.log = log;
        this.repeats = repeats;
        this.patience = patience;
    }

    /**
     * Their ids.
     *
     * @throws StillReading if that takes longer than anyone waits
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    public Set<String> now() throws InterruptedException {
        return atTheEnd(() -> Set.copyOf(hidden));
    }

    /**
     * How often a text was taken from those who could read it: whoever made something for them when
     * it was less often has to make it anew. Throws as {@link #now}.
     */
    public long withdrawals() throws InterruptedException {
        return atTheEnd(() -> withdrawals);
    }

    private <T> T atTheEnd(Supplier<T> answer) throws InterruptedException {
        if (!reading.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new StillReading();
        }
        try {
            Positions end = log.extent().end();
            if (reached.until(end) > 0) {
                readTo(end);
            }
            return answer.get();
        } finally {
            reading.unlock();
        }
    }

    private void readTo(Positions end) throws InterruptedException {
        long _ = repeats.upTo(end);
        SortedMap<Lane, Long> next = new TreeMap<>(reached.next());
        try (Log.Reading<Turned> turns = log.read(reached, end, this::turned)) {
            for (Turned turned = turns.next(); turned != null; turned = turns.next()) {
                take(turned);
                next.put(turned.place().lane(), turned.place().offset() + 1);
            }
            end.next().forEach((lane, last) -> next.merge(lane, last, Math::max));
        } finally {
            reached = new Positions(next);
        }
    }

    private void take(Turned turned) {
        switch (turned.turn()) {
            case BEGINS -> hidden.add(turned.aggregate());
            case SHOWS -> hidden.remove(turned.aggregate());
            case HIDES -> {
                hidden.add(turned.aggregate());
                withdrawals++;
            }
        }
    }

    private @Nullable Turned turned(LoggedEvent event) {
        Envelope envelope = Envelope.of(event.headers());
        Turn turn = envelope == null ? null : TURNS.get(envelope.name());
        return envelope == null || turn == null || repeats.isRepeat(event.place())
                ? null
                : new Turned(event.place(), envelope.aggregateId(), turn);
    }
}
