package relais.feed.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.Status;

/** What the committee looks after, as a store answers for it: what is due, and when it meets. */
public interface Agenda {

    /**
     * The beginning of a list and how long the whole of it is. While a card changes, the length may
     * for a moment be that of before or after.
     */
    record Listing(List<StoredCard> cards, long total) {

        public Listing {
            cards = List.copyOf(cards);
        }
    }

    /** Cards that match, the latest date first. */
    Listing latest(Filter filter, Reader reader, int limit);

    /**
     * Actions on an axis in one of these states, the soonest due first.
     *
     * @param dueBefore only those due before that day; null for any
     */
    Listing actions(
            String axis,
            Set<Status> statuses,
            @Nullable LocalDate dueBefore,
            @Nullable Instant asOf,
            int limit);

    /** The last working day before that day which was not cancelled. */
    Optional<StoredCard> workingDayBefore(LocalDate day);
}
