package relais.feed.adapter.mongo;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import relais.feed.query.RecentStanding;

/**
 * Parts of lists, remembered as long as the model stands at the place of the log where they were
 * read: the first pages of the portal put the same questions for everybody, and without an index a
 * store reads all of its documents for each. What a model holds at a place never changes, so
 * nothing has to be taken back; while a batch is being written nothing is remembered. What several
 * want at once is read once.
 */
final class RememberedLists {

    /** Cards and entries of all lists together, without their long texts: about 10 MB. */
    private static final int ITEMS = 3_000;

    private final RecentStanding standing;
    private final AsyncCache<Key, Found> remembered;

    RememberedLists(RecentStanding standing) {
        this.standing = standing;
        this.remembered =
                Caffeine.newBuilder()
                        .executor(Runnable::run)
                        .maximumWeight(ITEMS)
                        .weigher((Key _, Found found) -> 1 + found.items().size())
                        .buildAsync();
    }

    /**
     * A question at a place of the log.
     *
     * @param place as {@link RecentStanding.Look#settled()} says it
     */
    private record Key(String place, Object question) {}

    /**
     * An answer.
     *
     * @param at when the reading began, by {@link RecentStanding#time}
     */
    private record Found(List<?> items, long at) {}

    /**
     * Reads, or remembers.
     *
     * @param question all that the list depends on, other than the model; a value
     * @param read of the store, which limits how long it takes
     * @throws RuntimeException as the reading does, also where somebody else reads
     */
    <T> List<T> list(Object question, Supplier<List<T>> read) {
        Optional<String> place = standing.believed().settled();
        if (place.isEmpty()) {
            return read.get();
        }
        var key = new Key(place.get(), question);
        var own = new CompletableFuture<Found>();
        CompletableFuture<Found> other = remembered.asMap().putIfAbsent(key, own);
        if (other == null) {
            return read(read, own);
        }
        Found found = join(other);
        // What this process has written since is in the store, whatever place was seen last.
        return standing.hasWritten(found.at()) ? read.get() : items(found);
    }

    /** An answer that fails is forgotten by the cache. */
    private <T> List<T> read(Supplier<List<T>> read, CompletableFuture<Found> own) {
        long at = standing.time();
        try {
            List<T> items = List.copyOf(read.get());
            own.complete(new Found(items, at));
            return items;
        } catch (RuntimeException | Error failed) {
            own.completeExceptionally(failed);
            throw failed;
        }
    }

    private static Found join(CompletableFuture<Found> other) {
        try {
            return other.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }

    /** What was put there for this question is of its type. */
    @SuppressWarnings("unchecked")
    private static <T> List<T> items(Found found) {
        return (List<T>) found.items();
    }
}
