package relais.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.log.LogPartition;
import relais.log.RecordPosition;

@Timeout(120)
class MergeTest {

    private static final LogPartition A = new LogPartition("a", 0);
    private static final LogPartition B = new LogPartition("b", 0);
    private static final Instant T1 = Instant.ofEpochMilli(1);
    private static final Instant T2 = Instant.ofEpochMilli(2);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void tellsWhatManyReadersBringInTheOneOrderOfThePlaces(long seed) throws Exception {
        Random random = new Random(seed);
        List<LogPartition> partitions =
                IntStream.range(0, 7).mapToObj(i -> new LogPartition("t", i)).toList();
        Merge<RecordPosition> merge = new Merge<>(partitions);
        List<RecordPosition> all = new ArrayList<>();
        for (LogPartition partition : partitions) {
            List<RecordPosition> places = places(partition, random);
            all.addAll(places);
            long pace = random.nextLong();
            Thread.ofVirtual().start(() -> bring(merge, partition, places, new Random(pace)));
        }

        List<RecordPosition> told = new ArrayList<>();
        for (var item = merge.next(); item != null; item = merge.next()) {
            told.add(item.value());
        }

        assertThat(told).containsExactlyElementsOf(all.stream().sorted().toList());
    }

    @Test
    void waitsForAPartitionThatMayStillBringSomethingEarlier() throws Exception {
        Merge<String> merge = new Merge<>(List.of(A, B));
        merge.offer(B, List.of(item(B, T1, "b")), T1);
        Thread late =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    merge.offer(A, List.of(item(A, T1, "a")), T1);
                                    merge.ended(A);
                                    merge.ended(B);
                                });

        assertThat(merge.next()).extracting(Merge.Item::value).isEqualTo("a");
        assertThat(merge.next()).extracting(Merge.Item::value).isEqualTo("b");
        assertThat(merge.next()).isNull();
        late.join();
    }

    @Test
    void doesNotWaitForAPartitionThatHasBeenReadFurtherAndKeptNothing() throws Exception {
        Merge<String> merge = new Merge<>(List.of(A, B));
        merge.offer(A, List.of(), T2);
        merge.offer(B, List.of(item(B, T1, "b")), T1);

        assertThat(merge.next()).extracting(Merge.Item::value).isEqualTo("b");
    }

    @Test
    void namesWhatIsFarAheadAndWaitsWhileAllIs() throws Exception {
        Merge<String> merge = new Merge<>(List.of(A, B));
        var large = new Merge.Item<>(new RecordPosition(T1, A, 0), "a", 1024 * 1024);
        merge.offer(A, List.of(large), T1);
        assertThat(merge.awaitRoom(List.of(A, B))).containsExactly(A);
        Thread taking =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    merge.ended(B);
                                    try {
                                        merge.next();
                                    } catch (InterruptedException e) {
                                        throw new AssertionError(e);
                                    }
                                });

        assertThat(merge.awaitRoom(List.of(A))).isEmpty();
        taking.join();
    }

    @Test
    void letsNobodyWaitForRoomWhoIsNotWantedAnyMore() {
        Merge<String> merge = new Merge<>(List.of(A));
        merge.cancel();

        assertThatThrownBy(() -> merge.awaitRoom(List.of(A)))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void saysWhatEndedAReadingEarly() {
        Merge<String> merge = new Merge<>(List.of(A));
        merge.failed(new IllegalStateException("gone"));

        assertThatThrownBy(merge::next).hasMessage("gone");
    }

    private static void bring(
            Merge<RecordPosition> merge,
            LogPartition partition,
            List<RecordPosition> places,
            Random random) {
        try {
            int next = 0;
            while (next < places.size()) {
                int end = Math.min(places.size(), next + 1 + random.nextInt(20));
                List<Merge.Item<RecordPosition>> kept =
                        places.subList(next, end).stream()
                                .map(place -> new Merge.Item<>(place, place, 20_000))
                                .toList();
                merge.awaitRoom(List.of(partition));
                merge.offer(partition, kept, places.get(end - 1).appendedAt());
                next = end;
            }
            merge.ended(partition);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<RecordPosition> places(LogPartition partition, Random random) {
        List<RecordPosition> places = new ArrayList<>();
        long time = 0;
        for (int offset = 0; offset < 500; offset++) {
            time += random.nextInt(3);
            places.add(new RecordPosition(Instant.ofEpochMilli(time), partition, offset));
        }
        return places;
    }

    private static Merge.Item<String> item(LogPartition partition, Instant at, String value) {
        return new Merge.Item<>(new RecordPosition(at, partition, 0), value, 1);
    }
}
