package relais.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;

class KafkaConsumersTest {

    private static final int PARTITIONS = 36;
    private static final int SHARE_OF_A_HEAP = 8 * 1024 * 1024;

    @Test
    void whatIsReadAheadIsBoundedHoweverLongTheBacklog() {
        Map<String, Object> properties = properties(Map.of());

        int answer = bytes(properties, ConsumerConfig.FETCH_MAX_BYTES_CONFIG);
        int partition = bytes(properties, ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG);
        assertThat(answer).isLessThanOrEqualTo(SHARE_OF_A_HEAP);
        assertThat(PARTITIONS * partition).isLessThanOrEqualTo(SHARE_OF_A_HEAP);
        assertThat(properties.get(ConsumerConfig.MAX_POLL_RECORDS_CONFIG)).isEqualTo(500);
    }

    @Test
    void aDeploymentMaySetOtherBounds() {
        Map<String, Object> properties =
                properties(Map.of(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 1_000_000));

        assertThat(properties.get(ConsumerConfig.FETCH_MAX_BYTES_CONFIG)).isEqualTo(1_000_000);
    }

    private static int bytes(Map<String, Object> properties, String name) {
        return (int) Objects.requireNonNull(properties.get(name));
    }

    private static Map<String, Object> properties(Map<String, Object> kafka) {
        return KafkaConsumers.properties(ConsumerSettings.of("group", List.of("topic"), kafka));
    }
}
