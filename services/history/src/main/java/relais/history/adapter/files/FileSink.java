package relais.history.adapter.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import relais.history.export.Digested;
import relais.history.export.Format;
import relais.history.replay.Product;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.log.RecordPosition;

/** Writes a file in a form. */
final class FileSink<T> extends PartSink<T> {

    private final Format<T> format;
    private final Path whole;
    private Format.@Nullable Writer<T> writer;

    FileSink(Replay replay, Format<T> format, Path part, Path whole) {
        super(replay, part);
        this.format = format;
        this.whole = whole;
    }

    @Override
    void open(Digested begun) throws IOException {
        writer = format.open(begun);
    }

    @Override
    public void write(RecordPosition place, T item) throws IOException {
        requireNonNull(writer).write(item);
    }

    @Override
    public Product finish(Progress reached) throws IOException {
        Format.Writer<T> ending = requireNonNull(writer);
        ending.close();
        Digested written = ended();
        settle(whole);
        return Product.of(written.bytes(), written.sha256(), null, null)
                .provenBy(ending.partitions());
    }
}
