package relais.events;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a Kafka cluster is, and how to be let in: the same few settings for every client of every
 * program.
 *
 * @param bootstrapServers addresses, separated by commas
 * @param securityProtocol one of Kafka's four; if none is given, {@code SASL_SSL} for somebody with
 *     a name, {@code SSL} with certificates alone, else {@code PLAINTEXT}
 * @param saslMechanism {@code SCRAM-SHA-512} if none is given, {@code SCRAM-SHA-256} or {@code
 *     PLAIN}
 * @param username who asks; none for nobody in particular
 * @param password of the user
 * @param truststore file of PEM certificates to be trusted; without one those of the Java platform
 *     are
 */
public record KafkaConnection(
        String bootstrapServers,
        @Nullable String securityProtocol,
        @Nullable String saslMechanism,
        @Nullable String username,
        @Nullable String password,
        @Nullable String truststore) {

    public static final String SCRAM = "SCRAM-SHA-512";

    private static final String PLAIN = "PLAIN";

    /**
     * @throws IllegalArgumentException if the settings contradict each other; the message names the
     *     variables
     */
    public KafkaConnection {
        securityProtocol = given(securityProtocol);
        saslMechanism = given(saslMechanism);
        username = given(username);
        password = given(password);
        truststore = given(truststore);
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException(
                    "RELAIS_KAFKA_USERNAME and RELAIS_KAFKA_PASSWORD belong together: one of them"
                            + " is missing");
        }
        if (securityProtocol == null) {
            String open = truststore == null ? "PLAINTEXT" : "SSL";
            securityProtocol = username == null ? open : "SASL_SSL";
        }
        if (securityProtocol.startsWith("SASL_") != (username != null)) {
            throw new IllegalArgumentException(
                    "RELAIS_KAFKA_SECURITY_PROTOCOL="
                            + securityProtocol
                            + (username == null
                                    ? " asks for RELAIS_KAFKA_USERNAME and RELAIS_KAFKA_PASSWORD"
                                    : " sends no user: leave RELAIS_KAFKA_USERNAME out, or set"
                                            + " SASL_SSL"));
        }
        if (truststore != null && !securityProtocol.endsWith("SSL")) {
            throw new IllegalArgumentException(
                    "RELAIS_KAFKA_SECURITY_PROTOCOL="
                            + securityProtocol
                            + " is without TLS, and RELAIS_KAFKA_TRUSTSTORE is for TLS: set"
                            + " SASL_SSL or SSL");
        }
    }

    /** As nobody in particular, and in clear. */
    public KafkaConnection(String bootstrapServers) {
        this(bootstrapServers, null, null, null, null, null);
    }

    /**
     * What the variables of a process say.
     *
     * @param environment {@code RELAIS_KAFKA_BOOTSTRAP} (else {@code localhost:9092}), {@code
     *     RELAIS_KAFKA_SECURITY_PROTOCOL}, {@code …_SASL_MECHANISM}, {@code …_USERNAME}, {@code
     *     …_PASSWORD}, {@code …_TRUSTSTORE}
     */
    public static KafkaConnection of(Map<String, String> environment) {
        String bootstrap = given(environment.get("RELAIS_KAFKA_BOOTSTRAP"));
        return new KafkaConnection(
                bootstrap == null ? "localhost:9092" : bootstrap,
                environment.get("RELAIS_KAFKA_SECURITY_PROTOCOL"),
                environment.get("RELAIS_KAFKA_SASL_MECHANISM"),
                environment.get("RELAIS_KAFKA_USERNAME"),
                environment.get("RELAIS_KAFKA_PASSWORD"),
                environment.get("RELAIS_KAFKA_TRUSTSTORE"));
    }

    /** The settings of a client, by Kafka's own names. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("security.protocol", String.valueOf(securityProtocol));
        if (username != null) {
            String mechanism = saslMechanism == null ? SCRAM : saslMechanism;
            settings.put("sasl.mechanism", mechanism);
            settings.put(
                    "sasl.jaas.config",
                    login(mechanism) + " required " + credentials(username, password) + ";");
        }
        if (truststore != null) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", truststore);
        }
        return Map.copyOf(settings);
    }

    /** Without the password, for it may end in a log. */
    @Override
    public String toString() {
        return bootstrapServers + " by " + securityProtocol + " as " + username;
    }

    private static String login(String mechanism) {
        return mechanism.equals(PLAIN)
                ? "org.apache.kafka.common.security.plain.PlainLoginModule"
                : "org.apache.kafka.common.security.scram.ScramLoginModule";
    }

    private static String credentials(String username, @Nullable String password) {
        return "username=" + quoted(username) + " password=" + quoted(String.valueOf(password));
    }

    /** In JAAS a backslash and a double quote within quotes stand after a backslash. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** A variable that a composition leaves empty is none. */
    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
