package relais.history.adapter.files;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import relais.history.export.Digested;
import relais.history.replay.Progress;
import relais.history.replay.Replay;
import relais.history.replay.ReplayPipeline;

/** Writes a file that has its name once it is whole and on the disk; a crash begins it again. */
abstract class PartSink<T> implements ReplayPipeline.Sink<T> {

    final Path part;
    private final Replay replay;
    private @Nullable Digested out;

    PartSink(Replay replay, Path part) {
        this.replay = replay;
        this.part = part;
    }

    /** Called once, before the first event. */
    abstract void open(Digested begun) throws IOException;

    /** A writer that is there already goes on: what was reached is written. */
    @Override
    public final Progress begin(Progress reached) throws IOException {
        if (out != null) {
            return reached;
        }
        Files.createDirectories(requireNonNull(part.getParent()));
        Digested begun = new Digested(Files.newOutputStream(part));
        out = begun;
        open(begun);
        return Progress.between(replay.from(), replay.to());
    }

    final Digested out() {
        return requireNonNull(out);
    }

    @Override
    public final long bytes() {
        return out == null ? 0 : out.bytes();
    }

    /** There is none: whoever takes over begins again. */
    @Override
    public final void checkpoint(Progress reached) {}

    /** Ends the part, which {@link #settle} then gives its name. */
    final Digested ended() throws IOException {
        Digested written = out();
        written.close();
        out = null;
        return written;
    }

    /** To the disk first, then its name: a crash in between leaves no name without its bytes. */
    final void settle(Path whole) throws IOException {
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public final void close() throws IOException {
        Digested unfinished = out;
        out = null;
        if (unfinished != null) {
            unfinished.close();
            Files.deleteIfExists(part);
        }
    }
}
