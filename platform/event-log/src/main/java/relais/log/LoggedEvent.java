package relais.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One record of the log, exactly as it lies there. */
public final class LoggedEvent {

    private final RecordPosition place;
    private final @Nullable String key;
    private final Map<String, String> headers;
    private final byte[] value;

    /**
     * @param headers in the record's order
     * @param value not copied, and not to be changed
     */
    public LoggedEvent(
            RecordPosition place, @Nullable String key, Map<String, String> headers, byte[] value) {
        this.place = place;
        this.key = key;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.value = value;
    }

    public RecordPosition place() {
        return place;
    }

    public @Nullable String key() {
        return key;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** The record's own bytes; not to be changed. */
    public byte[] value() {
        return value;
    }
}
