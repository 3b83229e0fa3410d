package relais.history.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import relais.history.catchup.Headers;
import relais.history.catchup.HiddenTexts;
import relais.history.catchup.Repeats;
import relais.history.export.Format;
import relais.history.export.ParentTerritories;
import relais.history.export.Payload;
import relais.history.export.Row;
import relais.history.export.Rows;
import relais.history.export.Selection;
import relais.log.LogUnavailable;
import relais.log.LoggedEvent;
import relais.log.RecordPosition;
import relais.teststack.MemoryLog;

/**
 * A replayTargets without material: replays have nothing to read, and wait where a test says so.
 */
final class EmptyReplayTargets implements ReplayTargets.Files, ReplayTargets.Topics {

    final AtomicInteger begun = new AtomicInteger();
    final List<String> removed = new CopyOnWriteArrayList<>();
    final CountDownLatch go = new CountDownLatch(1);
    volatile boolean waits;

    /** Where texts are withdrawn, apart from what is replayed. */
    final MemoryLog texts = new MemoryLog();

    private final Headers told = new Headers(texts);

    final HiddenTexts hidden = new HiddenTexts(told, new Repeats(told), Duration.ofSeconds(60));

    ReplayTargets replayTargets() {
        return new ReplayTargets(
                this,
                this,
                new Nothing(),
                (_, _) -> new Payload(new byte[0], new TreeSet<>()),
                new Nowhere(),
                new Repeats(new Headers(new Nothing())),
                _ -> new Forms(),
                hidden);
    }

    @Override
    public <T> ReplayPipeline.Sink<T> file(Replay replay, Format<T> format) {
        return new ReplayPipeline.Sink<>() {
            @Override
            public Progress begin(Progress reached) {
                begun.incrementAndGet();
                return reached;
            }

            @Override
            public void write(RecordPosition place, T item) {}

            @Override
            public long bytes() {
                return 0;
            }

            @Override
            public void checkpoint(Progress reached) {}

            @Override
            public Product finish(Progress reached) {
                return Product.of(0, null, null, null);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public ReplayPipeline.Sink<Recording.RecordedEvent> recording(Replay replay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Replay replay) {
        removed.add(replay.id());
    }

    @Override
    public boolean create(Replay replay, Target.Topic target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReplayPipeline<?> work(
            Replay replay, Target.Topic target, Selection selection, Predicate<String> hidden) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Target.Topic target) {
        throw new UnsupportedOperationException();
    }

    /** A log without records; or one that is away, which it says when the test lets it. */
    private final class Nothing extends MemoryLog {

        @Override
        protected void reaches(@Nullable LoggedEvent next) throws InterruptedException {
            if (waits) {
                go.await();
                throw new LogUnavailable("Kafka is away", new IOException());
            }
        }
    }

    private static final class Nowhere implements Rows.Geography {

        @Override
        public boolean isWithin(String inner, String outer, Instant at) {
            return false;
        }

        @Override
        public ParentTerritories parentTerritories(String territory, Instant at) {
            return ParentTerritories.NOWHERE;
        }
    }

    private static final class Forms implements Format<Row> {

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public String extension() {
            return "any";
        }

        @Override
        public Row prepare(Row row) {
            return row;
        }

        @Override
        public Writer<Row> open(OutputStream out) {
            throw new UnsupportedOperationException();
        }
    }

    @Override
    public Optional<Path> find(Replay replay, String extension) {
        return Optional.empty();
    }

    @Override
    public Optional<Recording> openRecording(Replay replay) {
        return Optional.empty();
    }
}
