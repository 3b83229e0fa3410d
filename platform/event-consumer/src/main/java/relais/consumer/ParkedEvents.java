package relais.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events that wait, for operators. Every method reaches MongoDB and throws its exceptions. */
public record ParkedEvents(ParkedStore store, Redriving<?> redriving) {
    private static final int MOST = 100;

    /** How many there are. */
    public long count() {
        return store.count();
    }

    /**
     * Parked events by aggregate and sequence.
     *
     * @param cursor the {@code next} of the page before; null for the first page
     * @param limit 1 to 100
     * @throws IllegalArgumentException if the cursor is not one that this method gave
     */
    public ParkedPage list(@Nullable String cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to 100 parked events");
        }
        List<ParkedEvent> found =
                cursor == null
                        ? store.after(null, 0, limit + 1)
                        : store.after(before(cursor), last(cursor), limit + 1);
        return page(found, limit);
    }

    /**
     * The parked events of an aggregate, in order.
     *
     * @param cursor the {@code next} of the page before; null for the first
     * @param limit 1 to 100
     */
    public ParkedPage find(String aggregateId, @Nullable String cursor, int limit) {
        return page(store.above(aggregateId, cursor == null ? -1 : last(cursor), limit + 1), limit);
    }

    /** One more than asked for tells whether there is a next page. */
    private static ParkedPage page(List<ParkedEvent> found, int limit) {
        if (found.size() <= limit) {
            return new ParkedPage(List.copyOf(found), null);
        }
        List<ParkedEvent> page = List.copyOf(found.subList(0, limit));
        return new ParkedPage(page, page.getLast().id());
    }

    /** The first hundred parked events of an aggregate, in order; empty if there is none. */
    public List<ParkedEvent> find(String aggregateId) {
        return List.copyOf(store.above(aggregateId, -1, MOST));
    }

    /**
     * Tries the aggregate's parked events again, in order, until one fails or an earlier one is
     * missing. What is left stays parked.
     */
    public Redrive redrive(String aggregateId) {
        return redriving.redrive(aggregateId);
    }

    /**
     * Tries again what waits for an operator because of the same failure, such as one that a new
     * release mends: aggregate by aggregate, letting batches through between two. A consumer that
     * is busy ends the round early; its {@code next} is then where it was interrupted.
     *
     * @param error part of the {@link ParkedEvent#error} that they have in common; empty for all
     * @param cursor the {@code next} of the round before; null for the first
     * @param limit the most aggregates to try, 1 to 100
     */
    public RedriveRound redriveAll(String error, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a round has 1 to 100 aggregates");
        }
        List<String> found = store.poisoned(error, cursor, limit);
        String last = cursor;
        int tried = 0;
        int cleared = 0;
        int handled = 0;
        for (String aggregateId : found) {
            Redrive redrive = redriving.redrive(aggregateId);
            if (redrive.outcome() == Redrive.Outcome.BUSY) {
                return new RedriveRound(tried, cleared, handled, last == null ? "" : last);
            }
            last = aggregateId;
            tried++;
            cleared += redrive.outcome() == Redrive.Outcome.CLEARED ? 1 : 0;
            handled += redrive.handled();
        }
        return new RedriveRound(tried, cleared, handled, found.size() < limit ? null : last);
    }

    /**
     * Gives up on an event: the handler gets it without payload, so that the aggregate's version
     * advances, and what waited behind it is tried. The event is kept with the reason and the actor
     * in the collection {@code parked_skipped}.
     *
     * @param sequence the next one in order, parked or never arrived; of an unreadable one its
     *     offset
     * @param reason why it is right to do without it
     * @param actor the mandate of the operator
     * @throws IllegalArgumentException if the reason or the actor is blank
     */
    public Redrive skip(String aggregateId, long sequence, String reason, String actor) {
        if (reason.isBlank() || actor.isBlank()) {
            throw new IllegalArgumentException("skipping an event needs a reason and an actor");
        }
        return redriving.skip(aggregateId, sequence, reason, actor);
    }

    private static String before(String cursor) {
        return cursor.substring(0, separator(cursor));
    }

    private static long last(String cursor) {
        return Long.parseLong(cursor.substring(separator(cursor) + 1));
    }

    private static int separator(String cursor) {
        int separator = cursor.lastIndexOf(':');
        if (separator < 1) {
            throw new IllegalArgumentException("not a cursor: " + cursor);
        }
        return separator;
    }
}
