package relais.history.replay;

import java.io.Closeable;
import java.io.IOException;

/** Events in the order of their time; those of the same instant in the log's order. */
public interface Recording extends Closeable {

    /** How many there are. */
    long size();

    /**
     * @param number 1 to {@link #size}
     */
    RecordedEvent event(long number) throws IOException;
}
