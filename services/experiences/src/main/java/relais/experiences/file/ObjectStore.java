package relais.experiences.file;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where bytes are kept, by keys.
 *
 * <p>Each method throws {@link ObjectStoreUnavailable} if the store does not answer in time.
 */
interface ObjectStore {

    void put(String key, String type, byte[] bytes);

    /** What is kept under a key; to be closed. */
    Optional<StoredObject> get(String key);

    /** Removes what is kept under these keys; what is not there is no error. */
    void delete(Collection<String> keys);

    /** The keys in their order, after one; at most 1,000. */
    List<Entry> list(@Nullable String after, int limit);

    /** A key and when its bytes came. */
    record Entry(String key, Instant putAt) {}

    /** Bytes on their way. */
    record StoredObject(String type, long length, InputStream bytes) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
