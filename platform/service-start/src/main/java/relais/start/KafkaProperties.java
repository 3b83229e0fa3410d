package relais.start;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import relais.events.KafkaConnection;

/**
 * How to reach Kafka. Relay and consumer own their clients and know best how to run them; what
 * differs between deployments is the address and the way to be let in. Each is an environment
 * variable too, such as {@code RELAIS_KAFKA_SECURITY_PROTOCOL}.
 *
 * @param bootstrapServers addresses, separated by commas
 * @param securityProtocol as of {@link KafkaConnection}, as the four that follow
 * @param client further properties of every client, under Kafka's own names; they win
 */
@ConfigurationProperties("relais.kafka")
public record KafkaProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @Nullable String securityProtocol,
        @Nullable String saslMechanism,
        @Nullable String username,
        @Nullable String password,
        @Nullable String truststore,
        @DefaultValue Map<String, String> client) {

    /**
     * What a Kafka client needs to connect.
     *
     * @throws IllegalArgumentException if the settings contradict each other; the message names the
     *     variables
     */
    public Map<String, Object> connection() {
        KafkaConnection given =
                new KafkaConnection(
                        bootstrapServers,
                        securityProtocol,
                        saslMechanism,
                        username,
                        password,
                        truststore);
        Map<String, Object> connection = new HashMap<>(given.settings());
        connection.putAll(client);
        return Map.copyOf(connection);
    }

    /** Without the password, for it may end in a log. */
    @Override
    public String toString() {
        return bootstrapServers + " as " + username;
    }
}
