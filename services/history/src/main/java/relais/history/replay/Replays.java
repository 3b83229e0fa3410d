package relais.history.replay;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers replays. Whoever runs one holds it until an instant, and holds on by {@link #report}
 * again before that; the number of the attempt tells its word from that of one who lost it.
 */
public interface Replays {

    /** What was kept, or why not. */
    enum AddResult {
        KEPT,
        /** There is one of this id. */
        THERE,
        /** Another one writes to that topic. */
        TOPIC_TAKEN,
        /** The account has as many as it may. */
        NO_ROOM
    }

    /**
     * @param most how many an account may have
     * @param heldUntil nobody runs it before then, unless {@link #release} comes first
     */
    AddResult add(Replay replay, int most, Instant heldUntil);

    Optional<Replay> find(String id);

    /**
     * The latest first.
     *
     * @param account null for everybody's
     * @param before where the page before ended; null for the first one
     */
    List<Replay> list(@Nullable String account, @Nullable Position before, int most);

    /** A place in the list. */
    record Position(Instant askedAt, String id) {}

    /** What an account has. */
    List<Replay> of(String account);

    /** Those that are to be run and that nobody holds, the oldest first. */
    List<Replay> waiting(Instant now, int most);

    /** Those that are to be removed and that nobody holds. */
    List<Replay> over(Instant now, int most);

    /**
     * Those that are ready, that do not tell all, and that nobody holds.
     *
     * @param withdrawals only those that were begun when there were fewer
     */
    List<Replay> readyBefore(long withdrawals, Instant now, int most);

    /** Takes it; empty if somebody else was first. */
    Optional<Replay> claim(Replay replay, Instant heldUntil);

    /**
     * What its holder has to say, and that it goes on holding it.
     *
     * @param course with the attempt of {@link #claim}
     * @return it as it is then, with what its owner wants by now; empty if it was lost
     */
    Optional<Replay> report(String id, Course course, Instant heldUntil);

    /** Lets go of it; somebody may take it at once. */
    void release(String id, long attempt);

    /** Forgets it. */
    void remove(String id, long attempt);

    /** Its owner's wish; one that is cancelled stays so. */
    void want(String id, Wanted wanted);

    /** From failed back to the queue. */
    void again(String id);

    void speed(String id, Speed speed);

    /** A listener has heard so many; a lesser number changes nothing. */
    void played(String id, long events);
}
