package relais.history.replay;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;

/** Events in the order of their time; those of the same instant in the log's order. */
public interface Recording extends Closeable {

    /** How many there are. */
    long size();

    /**
     * @param number 1 to {@link #size}
     */
    RecordedEvent event(long number) throws IOException;

    /**
     * An event as a stream tells it.
     *
     * @param time when it happened
     * @param line what is said of it, as a line of NDJSON; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record RecordedEvent(Instant time, byte[] line) {}
}
