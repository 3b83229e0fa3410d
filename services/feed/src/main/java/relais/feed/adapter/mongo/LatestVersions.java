package relais.feed.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.feed.adapter.mongo.SearchKeys.CardTerms;
import relais.feed.projection.Card;
import relais.feed.projection.LogPosition;

/**
 * The latest version of each card of one partition that is being folded. Those that changed last
 * are in memory, and not written before their successor tells when they end. Of the others only the
 * number is: they are in the store, without an end. For one thread.
 */
final class LatestVersions {

    /** Bytes that a card takes beside its texts. */
    private static final int FRAME = 4_000;

    /** Bytes for each character: of the card, and of its words. */
    private static final int CHARACTER = 3;

    private final SearchKeys keys;
    private final Function<List<String>, List<Held>> store;
    private final long most;
    private final Map<String, Held> held = new LinkedHashMap<>(64, 0.75f, true);
    private final Map<String, Long> stored = new HashMap<>();
    private long bytes;

    /**
     * @param store reads versions by their {@code aggregateId:version}
     * @param most bytes that cards may take, about
     */
    LatestVersions(SearchKeys keys, Function<List<String>, List<Held>> store, long most) {
        this.keys = keys;
        this.store = store;
        this.most = most;
    }

    /**
     * One version in memory.
     *
     * @param log where the event lies that made it; null if the version is in the store
     */
    record Held(Card card, CardTerms terms, @Nullable LogPosition log) {

        boolean isStored() {
            return log == null;
        }

        /** What it takes in memory, about. */
        long bytes() {
            return FRAME + CHARACTER * terms.length();
        }
    }

    /** Those that there are, from memory or from the store. */
    Map<String, Card> find(Collection<String> aggregateIds) {
        load(aggregateIds);
        var found = new HashMap<String, Card>();
        for (String id : aggregateIds) {
            Held one = held.get(id);
            if (one != null) {
                found.put(id, one.card());
            }
        }
        return found;
    }

    private void load(Collection<String> aggregateIds) {
        var ids = new ArrayList<String>();
        for (String id : aggregateIds) {
            Long version = stored.get(id);
            if (version != null) {
                ids.add(id + ":" + version);
            }
        }
        if (ids.isEmpty()) {
            return;
        }
        for (Held version : store.apply(ids)) {
            stored.remove(version.card().aggregateId());
            hold(version);
        }
    }

    /**
     * A card's next version.
     *
     * @return the one before it, which must have been found; null if it is the first
     */
    @Nullable Held next(Card card, LogPosition log) {
        Held before = held.get(card.aggregateId());
        hold(new Held(card, keys.terms(card, before == null ? null : before.terms()), log));
        return before;
    }

    private void hold(Held version) {
        bytes += version.bytes();
        Held before = held.put(version.card().aggregateId(), version);
        if (before != null) {
            bytes -= before.bytes();
        }
    }

    /** What a version that was just given its place is. */
    Held of(Card card) {
        return requireNonNull(held.get(card.aggregateId()));
    }

    /**
     * Forgets what has not changed for longest until the rest has room.
     *
     * @param write is given what is not in the store yet; it must be there before the next search
     */
    void makeRoom(Consumer<Held> write) {
        Iterator<Held> eldest = held.values().iterator();
        while (bytes > most && eldest.hasNext()) {
            Held leaving = eldest.next();
            eldest.remove();
            bytes -= leaving.bytes();
            stored.put(leaving.card().aggregateId(), leaving.card().version());
            if (!leaving.isStored()) {
                write.accept(leaving);
            }
        }
    }

    /** Forgets all, as {@link #makeRoom} does. */
    void clear(Consumer<Held> write) {
        held.values().stream().filter(one -> !one.isStored()).forEach(write);
        held.clear();
        stored.clear();
        bytes = 0;
    }
}
