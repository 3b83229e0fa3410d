package relais.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log, exactly as it lies there. Of its headers, which take longer to read than
 * most readers want, only those are read that somebody asks for.
 */
public final class LoggedEvent {

    /** Where a record's headers are read from. What it answers never changes. */
    public interface HeaderSource {

        /** The last header of that name; null if there is none. */
        @Nullable String header(String name);

        /** Hands over all of them, in the record's order. */
        void forEach(BiConsumer<String, String> reader);
    }

    private record Known(Map<String, String> headers) implements HeaderSource {
        @Override
        public @Nullable String header(String name) {
            return headers.get(name);
        }

        @Override
        public void forEach(BiConsumer<String, String> reader) {
            headers.forEach(reader);
        }
    }

    private final RecordPosition place;
    private final @Nullable String key;
    private final byte[] value;

    /** Two threads that read them at once read the same. */
    private HeaderSource source;

    /**
     * @param headers in the record's order
     * @param value not copied, and not to be changed
     */
    public LoggedEvent(
            RecordPosition place, @Nullable String key, Map<String, String> headers, byte[] value) {
        this(place, key, known(new LinkedHashMap<>(headers)), value);
    }

    /**
     * The same, with headers to be read.
     *
     * @param value not copied, and not to be changed
     */
    public LoggedEvent(
            RecordPosition place, @Nullable String key, HeaderSource source, byte[] value) {
        this.place = place;
        this.key = key;
        this.source = source;
        this.value = value;
    }

    private static Known known(Map<String, String> headers) {
        return new Known(Collections.unmodifiableMap(headers));
    }

    public RecordPosition place() {
        return place;
    }

    public @Nullable String key() {
        return key;
    }

    /** One header alone; null if there is none. */
    public @Nullable String header(String name) {
        return source.header(name);
    }

    /** Hands over all headers, in the record's order, and keeps none. */
    public void forEachHeader(BiConsumer<String, String> reader) {
        source.forEach(reader);
    }

    /** In the record's order. */
    public Map<String, String> headers() {
        if (source instanceof Known known) {
            return known.headers();
        }
        // What they were read from may hold far more than them.
        Map<String, String> all = new LinkedHashMap<>();
        source.forEach(all::put);
        Known read = known(all);
        source = read;
        return read.headers();
    }

    /** Not to be changed. */
    public byte[] value() {
        return value;
    }
}
