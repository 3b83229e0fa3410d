package relais.log;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log, exactly as it lies there.
 *
 * @param headers in the record's order
 * @param value not copied, and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record LoggedEvent(
        RecordPosition place, @Nullable String key, Map<String, String> headers, byte[] value) {

    public LoggedEvent {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
