package relais.local.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * How the indexes in the stand-in's file are written: keys value by value. In a file of an earlier
 * release, which had them as serialised Java objects, they are written anew when it is opened.
 *
 * <p>Documents stay serialised objects: the library changes them where they stand, and a writer
 * that minds that, as one of BSON does, ends the store when it meets such a change.
 */
final class StoreFormat {

    private static final String INDEX = "._index_";
    private static final String FORMAT = "relais.format";
    private static final String VERSION = "version";
    private static final int NOW = 2;
    private static final String UNDER_WAY = ".new";

    private StoreFormat() {}

    static MVMap<KeyValue, Object> openIndex(MVStore store, String namespace, String index) {
        return store.openMap(namespace + INDEX + index, index());
    }

    /**
     * Brings the store up to this format, before anything else opens a map of it. If the process
     * ends meanwhile, the next call goes on.
     */
    static void bringUpToDate(MVStore store) {
        MVMap<String, Integer> done = store.openMap(FORMAT);
        if (done.getOrDefault(VERSION, 1) >= NOW) {
            return;
        }
        Set<String> names = new TreeSet<>();
        store.getMapNames().forEach(name -> names.add(name.replace(UNDER_WAY, "")));
        for (String name : names) {
            if (name.contains(INDEX)) {
                rewrite(store, name, done);
            }
        }
        done.put(VERSION, NOW);
        store.commit();
    }

    private static void rewrite(MVStore store, String name, Map<String, Integer> done) {
        String underWay = name + UNDER_WAY;
        if (!done.containsKey(name)) {
            if (store.hasMap(underWay)) {
                store.removeMap(underWay);
            }
            MVMap<KeyValue, Object> before = store.openMap(name);
            store.openMap(underWay, index()).putAll(before);
            done.put(name, NOW);
        }
        if (store.hasMap(underWay)) {
            if (store.hasMap(name)) {
                store.removeMap(name);
            }
            store.renameMap(store.openMap(underWay, index()), name);
        }
    }

    private static MVMap.Builder<KeyValue, Object> index() {
        return new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType());
    }
}
