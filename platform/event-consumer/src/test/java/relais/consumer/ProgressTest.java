package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
            new Progress(consumer, new ConsumerMeters(new SimpleMeterRegistry(), "readers"));

    @BeforeEach
    void assign() {
        consumer.assign(List.of(ONE, TWO));
    }

    @Test
    void whatIsCommittedIsNotCommittedAgain() {
        progress.reached(Map.of(ONE, new OffsetAndMetadata(7)));
        consumer.succeed();

        progress.commitAgain();

        assertThat(consumer.asked).hasSize(1);
    }

    @Test
    void aFailedCommitIsMadeAgainUntilItSucceeds() {
        progress.reached(Map.of(ONE, new OffsetAndMetadata(7)));
        consumer.fail();

        progress.commitAgain();
        consumer.fail();
        progress.commitAgain();
        consumer.succeed();
        progress.commitAgain();

        assertThat(consumer.asked)
                .containsExactlyElementsOf(
                        Collections.nCopies(3, Map.of(ONE, new OffsetAndMetadata(7))));
    }

    @Test
    void theNextBatchOfAnotherPartitionMakesUpForAFailedCommit() {
        progress.reached(Map.of(ONE, new OffsetAndMetadata(7)));
        consumer.fail();

        progress.reached(Map.of(TWO, new OffsetAndMetadata(3)));

        assertThat(consumer.asked.getLast())
                .isEqualTo(Map.of(ONE, new OffsetAndMetadata(7), TWO, new OffsetAndMetadata(3)));
    }

    @Test
    void aCommitOnItsWayIsAwaited() {
        progress.reached(Map.of(ONE, new OffsetAndMetadata(7)));

        progress.commitAgain();

        assertThat(consumer.asked).hasSize(1);
    }

    @Test
    void whatIsReadElsewhereIsNotCommittedHere() {
        progress.reached(Map.of(ONE, new OffsetAndMetadata(7)));
        consumer.fail();
        progress.lost(List.of(ONE));
        consumer.assign(List.of(TWO));

        progress.commitAgain();

        assertThat(consumer.asked).hasSize(1);
    }
}
