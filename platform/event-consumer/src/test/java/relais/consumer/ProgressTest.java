package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final TopicPartition ONE = new TopicPartition("relais.partners", 0);
    private static final TopicPartition TWO = new TopicPartition("relais.partners", 1);

    /** Answers a commit when told to, as a broker does. */
    private static final class Answering extends MockConsumer<byte[], byte[]> {
        private final List<Map<TopicPartition, OffsetAndMetadata>> asked = new ArrayList<>();
        private final List<OffsetCommitCallback> waiting = new ArrayList<>();

        Answering() {
            super("none");
        }

        @Override
        public synchronized void commitAsync(
                Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback callback) {
            asked.add(Map.copyOf(offsets));
            waiting.add(callback);
        }

        void succeed() {
            waiting.removeFirst().onComplete(asked.getLast(), null);
        }

        void fail() {
            waiting.removeFirst()
                    .onComplete(asked.getLast(), new RebalanceInProgressException("joining"));
        }
    }

    private final Answering consumer = new Answering();
    private final Progress progress =
            new Progress(new ConsumerMeters(new SimpleMeterRegistry(), "readers"));

    @BeforeEach
    void assign() {
        consumer.assign(List.of(ONE, TWO));
    }

    @Test
    void whatIsCommittedIsNotCommittedAgain() {
        batch(ONE, 6);
        succeed(ONE, 7);

        progress.commitAgain(consumer);

        assertThat(consumer.asked).isEmpty();
    }

    @Test
    void aFailedCommitIsMadeAgainUntilItSucceeds() {
        batch(ONE, 6);
        fail(ONE, 7);

        progress.commitAgain(consumer);
        consumer.fail();
        progress.commitAgain(consumer);
        consumer.succeed();
        progress.commitAgain(consumer);

        assertThat(consumer.asked)
                .containsExactlyElementsOf(
                        Collections.nCopies(2, Map.of(ONE, new OffsetAndMetadata(7))));
    }

    @Test
    void aCommitThatFailedIsMadeAgainWithWhatIsReachedByThen() {
        batch(ONE, 6);
        fail(ONE, 7);
        batch(ONE, 7, 8);
        batch(TWO, 2);

        progress.commitAgain(consumer);

        assertThat(consumer.asked)
                .containsExactly(
                        Map.of(ONE, new OffsetAndMetadata(9), TWO, new OffsetAndMetadata(3)));
    }

    @Test
    void aCommitOnItsWayIsAwaited() {
        batch(ONE, 6);
        fail(ONE, 7);

        progress.commitAgain(consumer);
        progress.commitAgain(consumer);

        assertThat(consumer.asked).hasSize(1);
    }

    @Test
    void whatIsReadElsewhereIsNotCommittedHere() {
        batch(ONE, 6);
        fail(ONE, 7);
        progress.lost(List.of(ONE));
        consumer.assign(List.of(TWO));

        progress.commitAgain(consumer);

        assertThat(consumer.asked).isEmpty();
    }

    @Test
    void ofABatchInHandNothingCountsAsDealtWith() {
        progress.inHand(List.of(read(ONE, 4), read(ONE, 5), read(TWO, 9)));

        assertThat(progress.next(consumer)).isEqualTo(Map.of(ONE, 4L, TWO, 9L));
    }

    private void batch(TopicPartition partition, long... offsets) {
        var records = LongStream.of(offsets).mapToObj(offset -> read(partition, offset)).toList();
        progress.inHand(records);
        progress.reached(records);
    }

    private void succeed(TopicPartition partition, long offset) {
        progress.committed(Map.of(partition, new OffsetAndMetadata(offset)), null);
    }

    private void fail(TopicPartition partition, long offset) {
        progress.committed(
                Map.of(partition, new OffsetAndMetadata(offset)),
                new RebalanceInProgressException("joining"));
    }

    private static ConsumerRecord<byte[], byte[]> read(TopicPartition partition, long offset) {
        return new ConsumerRecord<>(
                partition.topic(), partition.partition(), offset, new byte[0], new byte[0]);
    }
}
