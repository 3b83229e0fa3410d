package relais.history.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.log.Checkpoint;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.Proof;
import relais.log.RecordPosition;

class ProofsTest {

    private static final LogPartition A = new LogPartition("a", 0);
    private static final LogPartition B = new LogPartition("b", 0);

    private final Records log = new Records();
    private final Remembered remembered = new Remembered();
    private final Proofs proofs = new Proofs(log, remembered, 10);

    @Test
    void coversNothingOfAnEmptyLog() throws Exception {
        assertThat(proofs.upTo(Offsets.START).events()).isZero();
    }

    @Test
    void goesOnWithoutReadingAgainWhatItCovers() throws Exception {
        Offsets place = places(25, 13);
        Proof first = proofs.upTo(place);
        Offsets later = places(40, 14);
        log.read = 0;

        Proof second = proofs.upTo(later);

        assertThat(first.events()).isEqualTo(38);
        assertThat(second.events()).isEqualTo(54);
        assertThat(log.read).isEqualTo(16);
        assertThat(second).isEqualTo(fromTheBeginning(later));
        assertThat(second.digest()).isNotEqualTo(first.digest());
    }

    @Test
    void provesThePastFromTheCheckpointBeforeIt() throws Exception {
        proofs.upTo(places(95, 95));
        log.read = 0;

        Proof past = proofs.upTo(places(42, 60));

        assertThat(log.read).isEqualTo(2);
        assertThat(past).isEqualTo(fromTheBeginning(places(42, 60)));
    }

    @Test
    void doesNotMindAnotherInstanceThatRemembersLess() throws Exception {
        proofs.upTo(places(50, 50));
        proofs.upTo(places(57, 57));
        new Proofs(log, remembered, 10).upTo(places(33, 31));

        assertThat(proofs.upTo(places(60, 60))).isEqualTo(fromTheBeginning(places(60, 60)));
    }

    @Test
    void sumsUpWhatHasNoRecordAtSomeOffsets() throws Exception {
        Offsets place = places(20, 20);
        log.missing = 7;

        Proof proof = proofs.upTo(place);

        assertThat(proof.events()).isEqualTo(38);
        assertThat(proof.partitions().get(A)).extracting(Checkpoint::next).isEqualTo(20L);
    }

    private Proof fromTheBeginning(Offsets place) throws InterruptedException {
        return new Proofs(log, new Remembered(), 1000).upTo(place);
    }

    private static Offsets places(long a, long b) {
        return Offsets.of(Map.of(A, a, B, b));
    }

    private static final class Remembered implements Checkpoints {
        private final Map<LogPartition, Map<Long, Checkpoint>> kept = new HashMap<>();
        private final Map<LogPartition, Checkpoint> furthest = new HashMap<>();

        @Override
        public Optional<Checkpoint> before(LogPartition partition, long next) {
            List<Checkpoint> all = new ArrayList<>(kept.getOrDefault(partition, Map.of()).values());
            Optional.ofNullable(furthest.get(partition)).ifPresent(all::add);
            return all.stream()
                    .filter(checkpoint -> checkpoint.next() <= next)
                    .max(Comparator.comparingLong(Checkpoint::next));
        }

        @Override
        public void keep(LogPartition partition, Checkpoint checkpoint) {
            kept.computeIfAbsent(partition, _ -> new HashMap<>())
                    .put(checkpoint.next(), checkpoint);
        }

        @Override
        public void keepFurthest(LogPartition partition, Checkpoint checkpoint) {
            furthest.put(partition, checkpoint);
        }
    }

    /** A record at every offset, but for one. */
    private static final class Records implements Log {
        private int read;
        private long missing = -1;

        @Override
        public Extent extent() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Offsets at(Instant appended) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<LoggedEvent> find(RecordPosition.Address address) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> Reading<T> read(
                Offsets from, Offsets to, Function<LoggedEvent, @Nullable T> make) {
            List<LoggedEvent> events = new ArrayList<>();
            for (LogPartition partition : to.next().keySet()) {
                for (long offset = from.in(partition); offset < to.in(partition); offset++) {
                    if (offset != missing) {
                        events.add(event(partition, offset));
                    }
                }
            }
            read += events.size();
            Iterator<LoggedEvent> left = events.iterator();
            return new Reading<>() {
                @Override
                public @Nullable T next() {
                    return left.hasNext() ? make.apply(left.next()) : null;
                }

                @Override
                public void close() {}
            };
        }

        private static LoggedEvent event(LogPartition partition, long offset) {
            return new LoggedEvent(
                    new RecordPosition(Instant.ofEpochSecond(offset), partition, offset),
                    "commune:25056",
                    Map.of("ce_id", partition + ":" + offset),
                    String.valueOf(offset).getBytes(UTF_8));
        }
    }
}
