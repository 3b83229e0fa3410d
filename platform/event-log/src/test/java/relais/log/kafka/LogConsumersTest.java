package relais.log.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import relais.log.LogPartition;
import relais.log.Offsets;

class LogConsumersTest {

    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final List<MockConsumer<byte[], byte[]>> made = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final LogConsumers consumers = new LogConsumers(this::make, now::get);

    private Consumer<byte[], byte[]> make() {
        var consumer = new MockConsumer<byte[], byte[]>("none");
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
        made.add(consumer);
        return consumer;
    }

    @Test
    void takesOneAgainThatWasGivenBackWithoutItsPartitions() {
        Consumer<byte[], byte[]> first = consumers.take();
        first.assign(List.of(PARTITION));

        consumers.giveBack(first);

        assertThat(first.assignment()).isEmpty();
        assertThat(consumers.take()).isSameAs(first);
        assertThat(consumers.take()).isNotSameAs(first);
    }

    @Test
    void closesOneThatWaitedForLongerThanAMinute() {
        Consumer<byte[], byte[]> old = consumers.take();
        consumers.giveBack(old);

        now.addAndGet(LogConsumers.LONGEST_IDLE.toNanos() + 1);

        assertThat(consumers.take()).isNotSameAs(old);
        assertThat(made.getFirst().closed()).isTrue();
    }

    @Test
    void keepsNoMoreThanItMay() {
        List<Consumer<byte[], byte[]>> all =
                Stream.generate(consumers::take).limit(LogConsumers.MOST_IDLE + 1L).toList();

        all.forEach(consumers::giveBack);

        assertThat(made).filteredOn(MockConsumer::closed).hasSize(1);
    }

    /** Its wake-up would reach whoever takes it next. */
    @Test
    void aReadingThatIsGivenUpClosesItsConsumer() {
        Offsets from = Offsets.of(Map.of(new LogPartition("topic", 0), 0L));
        Offsets to = Offsets.of(Map.of(new LogPartition("topic", 0), 1L));
        var reading = new LogReading<>(from, to, consumers, (place, record) -> record);

        reading.close();

        assertThat(made).hasSize(1);
        assertThat(made.getFirst().closed()).isTrue();
        assertThat(IntStream.range(0, 2).mapToObj(_ -> consumers.take()))
                .doesNotContain(made.getFirst());
    }
}
