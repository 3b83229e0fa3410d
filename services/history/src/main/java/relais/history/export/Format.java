package relais.history.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A form in which rows are taken away. The costly part of each row is made by the threads that read
 * the log; only the writing is one after the other.
 *
 * @param <T> a row, ready to be written
 */
public interface Format<T> {

    /** The media type, such as {@code text/csv; charset=UTF-8}. */
    String mediaType();

    /** What a file of it is called at its end, without the dot. */
    String extension();

    /** Called by many threads at once. */
    T prepare(Row row);

    /** Writes what comes before the first row. The stream is not closed by the writer. */
    Writer<T> open(OutputStream out) throws IOException;

    /** Writes rows; closing writes what comes after the last one, and is left out on failure. */
    interface Writer<T> extends Closeable {
        void write(T row) throws IOException;
    }
}
