package relais.history.export;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

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

    /** One row by itself, as a whole file of it. */
    default byte[] alone(Row row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer<T> writer = open(out)) {
            writer.write(prepare(row));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return out.toByteArray();
    }

    /** Writes what comes before the first row. The stream is not closed by the writer. */
    Writer<T> open(OutputStream out) throws IOException;

    /** Writes rows; closing writes what comes after the last one, and is left out on failure. */
    interface Writer<T> extends Closeable {
        void write(T row) throws IOException;

        /** Of rows that are bytes already. */
        static Writer<byte[]> to(OutputStream out) {
            return new Writer<>() {
                @Override
                public void write(byte[] row) throws IOException {
                    out.write(row);
                }

                @Override
                public void close() {}
            };
        }

        /** What proves of the rows what the log's digest does not; asked at the end. */
        default List<Manifest.Partition> partitions() {
            return List.of();
        }
    }
}
