package relais.local.embedded;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.util.List;
import org.h2.mvstore.MVStore;

/** A database whose indexes are written as {@link StoreFormat} says. */
final class CompactDatabase extends H2Database {

    private final MVStore store;

    CompactDatabase(String name, MVStore store, CursorRegistry cursors) {
        // First, since the library's constructor opens the collections that there are.
        this.store = store;
        super(name, store, cursors);
    }

    @Override
    protected Index<Object> openOrCreateUniqueIndex(
            String collection, String index, List<IndexKey> keys, boolean sparse) {
        return new UniqueIndex(
                StoreFormat.openIndex(store, getFullCollectionNamespace(collection), index),
                index,
                keys,
                sparse);
    }
}
