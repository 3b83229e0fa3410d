package relais.local.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * How the stand-in's file is written: documents as BSON and the keys of indexes value by value. A
 * file of an earlier release, which had both as serialised Java objects, is written anew when it is
 * opened.
 */
final class StoreFormat {

    private static final String DOCUMENTS = "databases.";
    private static final String INDEX = "._index_";
    private static final String FORMAT = "relais.format";
    private static final String VERSION = "version";
    private static final int NOW = 2;
    private static final String UNDER_WAY = ".new";

    private StoreFormat() {}

    static MVMap<Object, Document> openDocuments(MVStore store, String namespace) {
        return store.openMap(DOCUMENTS + namespace, documents());
    }

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
            if (name.startsWith(DOCUMENTS)) {
                rewrite(store, name, documents(), done);
            } else if (name.contains(INDEX)) {
                rewrite(store, name, index(), done);
            }
        }
        done.put(VERSION, NOW);
        store.commit();
    }

    private static <K, V> void rewrite(
            MVStore store, String name, MVMap.Builder<K, V> written, Map<String, Integer> done) {
        String underWay = name + UNDER_WAY;
        if (!done.containsKey(name)) {
            if (store.hasMap(underWay)) {
                store.removeMap(underWay);
            }
            MVMap<K, V> before = store.openMap(name);
            store.openMap(underWay, written).putAll(before);
            done.put(name, NOW);
        }
        if (store.hasMap(underWay)) {
            if (store.hasMap(name)) {
                store.removeMap(name);
            }
            store.renameMap(store.openMap(underWay, written), name);
        }
    }

    private static MVMap.Builder<Object, Document> documents() {
        return new MVMap.Builder<Object, Document>().valueType(new DocumentType());
    }

    private static MVMap.Builder<KeyValue, Object> index() {
        return new MVMap.Builder<KeyValue, Object>().keyType(new IndexKeyType());
    }
}
