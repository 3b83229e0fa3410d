package relais.history.adapter.files;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import relais.history.export.Digested;
import relais.history.export.Format;
import relais.history.replay.Product;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.history.replay.Work;
import relais.log.Place;

/** Writes a file, which has its name once it is whole and on the disk. */
final class FileSink<T> implements Work.Sink<T> {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Replay replay;
    private final Format<T> format;
    private final Path part;
    private final Path whole;
    private @Nullable Digested out;
    private Format.@Nullable Writer<T> writer;

    FileSink(Replay replay, Format<T> format, Path part, Path whole) {
        this.replay = replay;
        this.format = format;
        this.part = part;
        this.whole = whole;
    }

    /** A writer that is there already goes on: what was reached is written. */
    @Override
    public Progress begin(Progress reached) throws IOException {
        if (writer != null) {
            return reached;
        }
        Files.createDirectories(requireNonNull(part.getParent()));
        Digested begun =
                new Digested(new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES));
        out = begun;
        writer = format.open(begun);
        return Progress.between(replay.from(), replay.to());
    }

    @Override
    public void write(Place place, T item) throws IOException {
        requireNonNull(writer).write(item);
    }

    @Override
    public long bytes() {
        return out == null ? 0 : out.bytes();
    }

    /** There is none: whoever takes over begins again. */
    @Override
    public void checkpoint(Progress reached) {}

    @Override
    public Product finish(Progress reached) throws IOException {
        Digested written = requireNonNull(out);
        Format.Writer<T> ended = requireNonNull(writer);
        ended.close();
        written.close();
        out = null;
        settle(part, whole);
        return Product.of(written.bytes(), written.sha256(), null, null)
                .provenBy(ended.partitions());
    }

    /** To the disk first, then its name: a crash in between leaves no name without its bytes. */
    static void settle(Path part, Path whole) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        Digested unfinished = out;
        out = null;
        if (unfinished != null) {
            unfinished.close();
            Files.deleteIfExists(part);
        }
    }
}
