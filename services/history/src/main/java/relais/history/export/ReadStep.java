package relais.history.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;

/**
 * One step through the log: a record that is wanted or, once in a while, one that is not, so that
 * whoever reads learns how far it is although nothing is kept.
 *
 * @param size of the wanted record's key, headers and value, in bytes; 0 if nobody asks
 * @param item what became of it; null if it is not wanted
 */
public record ReadStep<T>(RecordPosition place, long size, @Nullable T item) {

    /** A step is made of every record that is not wanted and whose offset this divides. */
    private static final int EVERY = 500;

    /** Used by many threads, as {@link relais.log.Log#read} has it. */
    public static <T> Function<LoggedEvent, @Nullable ReadStep<T>> of(
            Function<LoggedEvent, @Nullable T> make) {
        return event -> {
            T item = make.apply(event);
            return item == null ? passed(event.place()) : new ReadStep<>(event.place(), 0, item);
        };
    }

    /** The same, with sizes. */
    public static <T> Function<LoggedEvent, @Nullable ReadStep<T>> sized(
            Function<LoggedEvent, @Nullable T> make) {
        return event -> {
            T item = make.apply(event);
            return item == null
                    ? passed(event.place())
                    : new ReadStep<>(event.place(), size(event), item);
        };
    }

    /** Null but for every so many. */
    public static <T> @Nullable ReadStep<T> passed(RecordPosition place) {
        return place.offset() % EVERY == 0 ? new ReadStep<>(place, 0, null) : null;
    }

    private static long size(LoggedEvent event) {
        long size = event.value().length;
        String key = event.key();
        if (key != null) {
            size += key.getBytes(UTF_8).length;
        }
        for (Map.Entry<String, String> header : event.headers().entrySet()) {
            size += header.getKey().getBytes(UTF_8).length;
            size += header.getValue().getBytes(UTF_8).length;
        }
        return size;
    }
}
