package relais.history.catchup;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import relais.log.Offsets;

/**
 * Which experiences and contributions not everyone may read, as the log stands: those that were not
 * published yet, and those that were withdrawn, moderated or taken back. What they say is told to
 * operators only, whatever instant or place of the log is asked about. Known from {@link Headers}.
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

    private final Headers headers;
    private final Repeats repeats;
    private final Duration patience;

    /** Both are told and read by one thread at a time. */
    private final Set<String> hidden = new HashSet<>();

    private long withdrawals;

    /**
     * @param repeats of the same headers, which receives each event before this does: a publication
     *     that is repeated after a withdrawal shows nothing again
     * @param patience how long a question waits while another one has the log read
     */
    public HiddenTexts(Headers headers, Repeats repeats, Duration patience) {
        this.headers = headers;
        this.repeats = repeats;
        this.patience = patience;
        headers.tell(this::look);
    }

    /**
     * Their ids.
     *
     * @throws StillReading if that takes longer than anyone waits
     * @throws relais.log.LogUnavailable if the log does not answer
     */
    public Set<String> now() throws InterruptedException {
        return headers.atTheEnd(patience, _ -> Set.copyOf(hidden));
    }

    /**
     * The same with the place that it is true of.
     *
     * @param place the end of the log
     * @param withdrawals as {@link HiddenTexts#withdrawals}
     */
    public record Seen(Offsets place, Set<String> ids, long withdrawals) {}

    /** What is hidden where the log ends, all of one place. Throws as {@link #now}. */
    public Seen seen() throws InterruptedException {
        return headers.atTheEnd(
                patience, place -> new Seen(place, Set.copyOf(hidden), withdrawals));
    }

    /**
     * How often a text was taken from those who could read it: whoever made something for them when
     * it was less often has to make it anew. Throws as {@link #now}.
     */
    public long withdrawals() throws InterruptedException {
        return headers.atTheEnd(patience, _ -> withdrawals);
    }

    private void look(Headers.Header header) {
        Turn turn = TURNS.get(header.name());
        if (turn == null || repeats.isRepeat(header.place())) {
            return;
        }
        switch (turn) {
            case BEGINS -> hidden.add(header.aggregate());
            case SHOWS -> hidden.remove(header.aggregate());
            case HIDES -> {
                hidden.add(header.aggregate());
                withdrawals++;
            }
        }
    }
}
