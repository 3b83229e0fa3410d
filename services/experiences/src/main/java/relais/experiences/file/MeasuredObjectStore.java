package relais.experiences.file;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store of which each call is measured until it answers; the bytes of an answer come later. */
record MeasuredObjectStore(ObjectStore store, FileMeters meters) implements ObjectStore {

    @Override
    public void put(String key, String type, byte[] bytes) {
        meters.called(
                "put",
                () -> {
                    store.put(key, type, bytes);
                    return key;
                });
    }

    @Override
    public Optional<StoredObject> get(String key) {
        return meters.called("get", () -> store.get(key));
    }

    @Override
    public void delete(Collection<String> keys) {
        meters.called(
                "delete",
                () -> {
                    store.delete(keys);
                    return keys;
                });
    }

    @Override
    public List<Entry> list(@Nullable String after, int limit) {
        return meters.called("list", () -> store.list(after, limit));
    }
}
