package relais.aggregates.mongo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import relais.consumer.ReplicaCollection;

/** Asks a replica for many at once: a body may name thousands, and each must be looked up. */
public final class KnownIds {

    private static final int AT_ONCE = 250;

    private KnownIds() {}

    public static <K, S> List<S> of(
            ReplicaCollection<S, ?> replica, Collection<K> keys, Function<K, String> id) {
        List<String> ids = keys.stream().map(id).toList();
        List<S> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(from + AT_ONCE, ids.size()));
            found.addAll(replica.list(new Document("_id", new Document("$in", some)), some.size()));
        }
        return found;
    }
}
