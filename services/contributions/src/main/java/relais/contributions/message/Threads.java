package relais.contributions.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.ListPosition;
import relais.aggregates.Stored;

/** Many messages at once, and the keys that open them. */
interface Threads {

    /**
     * The messages on a subject, the oldest first.
     *
     * @param after where the page before ended; absent for the first one
     */
    List<Stored<Message>> list(String subject, @Nullable ListPosition<Instant> after, int limit);

    /** The keys of these mandates; those that never wrote are left out. Nothing may cache them. */
    List<AuthorKey> keysOf(Collection<String> mandates);
}
