package relais.start;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach Kafka. Relay and consumer own their clients and know best how to run them; what
 * differs between deployments is the address and the way to be let in.
 *
 * @param bootstrapServers addresses, separated by commas
 * @param client further properties of every client, under Kafka's own names, such as {@code
 *     security.protocol}
 */
@ConfigurationProperties("relais.kafka")
public record KafkaProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue Map<String, String> client) {

    /** What a Kafka client needs to connect. */
    public Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(client);
        connection.put("bootstrap.servers", bootstrapServers);
        return Map.copyOf(connection);
    }
}
