package relais.log;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The log of all topics. Its methods throw {@link LogUnavailable} rather than wait for long. */
public interface Log {

    /** From where to where it reaches at present. */
    Extent extent();

    /** The first place whose records it got then or later; its end if there are none. */
    Offsets at(Instant appended);

    Optional<LoggedEvent> find(RecordPosition.Address address);

    /**
     * Starts to read; close it to stop.
     *
     * @param from included
     * @param to excluded; not beyond the end, or the reading waits for more
     * @param make called by many threads; null for a record that is not wanted
     */
    <T> Reading<T> read(Offsets from, Offsets to, Function<LoggedEvent, @Nullable T> make);

    record Extent(Offsets start, Offsets end) {}

    /** One reading, in the order of {@link RecordPosition}. */
    interface Reading<T> extends AutoCloseable {

        /**
         * What became of the next wanted record; null at the end.
         *
         * @throws RuntimeException what ended the reading early, {@link LogUnavailable} if the log
         *     stayed away: what was read is right, and not all
         */
        @Nullable T next() throws InterruptedException;

        @Override
        void close();
    }
}
