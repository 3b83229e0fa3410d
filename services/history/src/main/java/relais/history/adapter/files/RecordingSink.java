package relais.history.adapter.files;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import relais.history.export.Digested;
import relais.history.replay.Product;
import relais.history.replay.Progress;
import relais.history.replay.Recording;
import relais.history.replay.Replay;
import relais.history.replay.ReplayPipeline;
import relais.history.replay.Trouble;
import relais.log.RecordPosition;

/**
 * Writes lines as the log has them and, at the end, an index in the order of their time: archives
 * tell today of what happened long ago. Only that index is held in memory.
 */
final class RecordingSink extends PartSink<Recording.RecordedEvent> {

    private static final int FIRST_ROOM = 1024;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path lines;
    private final Path index;
    private final int mostEvents;
    private long[] millis = new long[FIRST_ROOM];
    private long[] starts = new long[FIRST_ROOM];
    private int events;

    RecordingSink(Replay replay, Path part, Path lines, Path index, int mostEvents) {
        super(replay, part);
        this.lines = lines;
        this.index = index;
        this.mostEvents = mostEvents;
    }

    @Override
    void open(Digested begun) {}

    @Override
    public void write(RecordPosition place, Recording.RecordedEvent event) throws IOException {
        if (events == mostEvents) {
            throw new ReplayPipeline.Impossible(
                    Trouble.TOO_MANY_EVENTS, "More than " + mostEvents + " events");
        }
        if (events == millis.length) {
            int room = Math.min(mostEvents, events * 2);
            millis = Arrays.copyOf(millis, room);
            starts = Arrays.copyOf(starts, room);
        }
        Digested writing = out();
        millis[events] = event.time().toEpochMilli();
        starts[events] = writing.bytes();
        events++;
        writing.write(event.line());
    }

    @Override
    public Product finish(Progress reached) throws IOException {
        Digested written = ended();
        settle(lines);
        int[] order = order();
        write(order, written.bytes());
        settle(index);
        return Product.of(
                written.bytes(),
                written.sha256(),
                events == 0 ? null : Instant.ofEpochMilli(millis[order[0]]),
                events == 0 ? null : Instant.ofEpochMilli(millis[order[events - 1]]));
    }

    /** By time; those of the same instant stay as the log has them. */
    private int[] order() {
        return IntStream.range(0, events)
                .boxed()
                .sorted(Comparator.comparingLong(event -> millis[event]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void write(int[] order, long end) throws IOException {
        try (DataOutputStream entries =
                new DataOutputStream(
                        new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES))) {
            for (int event : order) {
                long next = event + 1 < events ? starts[event + 1] : end;
                entries.writeLong(millis[event]);
                entries.writeLong(starts[event]);
                entries.writeInt(Math.toIntExact(next - starts[event]));
            }
        }
    }
}
