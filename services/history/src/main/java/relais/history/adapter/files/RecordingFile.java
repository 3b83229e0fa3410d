package relais.history.adapter.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import relais.history.replay.Recording;

/** A recording on the disk: lines, and an index of them. Used by one thread. */
final class RecordingFile implements Recording {

    /** As files of replays have always been called. */
    static final String LINES = "tape";

    static final String INDEX = "index";

    /** Time in milliseconds, start and length of the line. */
    private static final int ENTRY_BYTES = Long.BYTES + Long.BYTES + Integer.BYTES;

    private final FileChannel lines;
    private final FileChannel index;
    private final long size;

    private RecordingFile(FileChannel lines, FileChannel index) throws IOException {
        this.lines = lines;
        this.index = index;
        this.size = index.size() / ENTRY_BYTES;
    }

    static RecordingFile open(Path lines, Path index) throws IOException {
        FileChannel opened = FileChannel.open(lines);
        try {
            return new RecordingFile(opened, FileChannel.open(index));
        } catch (IOException gone) {
            opened.close();
            throw gone;
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Recording.RecordedEvent event(long number) throws IOException {
        ByteBuffer entry = read(index, (number - 1) * ENTRY_BYTES, ENTRY_BYTES);
        Instant time = Instant.ofEpochMilli(entry.getLong());
        return new Recording.RecordedEvent(
                time, read(lines, entry.getLong(), entry.getInt()).array());
    }

    private static ByteBuffer read(FileChannel file, long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, start + bytes.position()) < 0) {
                throw new EOFException("The recording ends at " + start + bytes.position());
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        try (lines) {
            index.close();
        }
    }
}
