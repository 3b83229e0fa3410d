package relais.feed.query;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of the feed, as a store answers for them. */
public interface Activities {

    /**
     * Entries that match, newest first.
     *
     * @param after a position; only what comes after it in the list
     */
    List<StoredActivity> page(Filter filter, Reader reader, @Nullable String after, int limit);

    /** These entries, by event id, in any order; one that is not known is absent. */
    List<StoredActivity> all(Collection<String> eventIds);

    /** How many entries match, in one pass over them. */
    Tally count(Filter filter, Reader reader);

    /** Entries beyond this vector, the oldest of each partition first, up to a number of them. */
    List<StoredActivity> beyond(LogVector vector, int limit);

    /** Up to where the entries go, partition by partition. */
    LogVector end();
}
