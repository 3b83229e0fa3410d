package relais.local.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import relais.local.process.FreePorts;

/**
 * The real Kafka broker as one KRaft node, listening on the loopback interface only. Usage: {@code
 * KafkaBroker <port> <data directory>}. The first start formats the directory; SIGTERM closes the
 * log cleanly.
 *
 * <p>With {@code RELAIS_KAFKA_ADMIN_PASSWORD} in its environment it lets nobody in without a
 * password, and nobody but {@code admin} do what no permission allows. With {@code
 * RELAIS_KAFKA_KEYSTORE} too, a PEM file of a key and its certificates, clients come by TLS.
 */
public final class KafkaBroker {

    private KafkaBroker() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: KafkaBroker <port> <data directory>");
            System.exit(2);
        }
        Path home = Path.of(arguments[1]).toAbsolutePath();
        Properties properties =
                settings(Integer.parseInt(arguments[0]), FreePorts.take(1).getFirst(), home);
        format(home, properties);
        // After the settings were written to a file, which no password is to be in.
        properties.putAll(access(System.getenv()));
        KafkaRaftServer server =
                new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    static Properties settings(int port, int controllerPort, Path home) throws IOException {
        Properties p = new Properties();
        try (InputStream fixed = KafkaBroker.class.getResourceAsStream("kafka.properties")) {
            p.load(fixed);
        }
        p.setProperty(
                "listeners",
                "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        // A static voter, because the controller's port changes at each start.
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("log.dirs", home.resolve("log").toString());
        return p;
    }

    /**
     * Users are known by SCRAM, from the log of the controller, but the admin: it makes the others,
     * so the broker knows it from its own settings. The controller listens to the broker alone.
     */
    private static Map<String, String> access(Map<String, String> environment) {
        String password = environment.getOrDefault("RELAIS_KAFKA_ADMIN_PASSWORD", "");
        if (password.isEmpty()) {
            return Map.of();
        }
        String keystore = environment.getOrDefault("RELAIS_KAFKA_KEYSTORE", "");
        String clients = keystore.isEmpty() ? "SASL_PLAINTEXT" : "SASL_SSL";
        String admin =
                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                        + " username=\"admin\" password=\"%1$s\" user_admin=\"%1$s\";"
                                .formatted(password);
        Map<String, String> access = new HashMap<>();
        access.put(
                "listener.security.protocol.map",
                "CLIENTS:" + clients + ",CONTROLLER:SASL_PLAINTEXT");
        access.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        access.put("sasl.mechanism.controller.protocol", "PLAIN");
        access.put("listener.name.clients.sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN");
        access.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        access.put("listener.name.clients.plain.sasl.jaas.config", admin);
        access.put("listener.name.controller.plain.sasl.jaas.config", admin);
        access.put(
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        access.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        access.put("super.users", "User:admin");
        if (!keystore.isEmpty()) {
            access.put("listener.name.clients.ssl.keystore.type", "PEM");
            access.put("listener.name.clients.ssl.keystore.location", keystore);
            // For the broker's own calls of itself.
            access.put("listener.name.clients.ssl.truststore.type", "PEM");
            access.put("listener.name.clients.ssl.truststore.location", keystore);
        }
        return access;
    }

    private static void format(Path home, Properties properties) throws IOException {
        Files.createDirectories(home);
        Path file = home.resolve("server.properties");
        // Bytes, not characters: Kafka reads it as Latin-1, and only this form escapes the rest.
        try (OutputStream bytes = Files.newOutputStream(file)) {
            properties.store(bytes, null);
        }
        if (Files.exists(home.resolve("log").resolve("meta.properties"))) {
            return;
        }
        String[] arguments = {
            "format", "--ignore-formatted",
            "-t", Uuid.randomUuid().toString(),
            "-c", file.toString()
        };
        if (StorageTool.execute(arguments, System.out) != 0) {
            throw new IOException("Kafka's storage tool could not format " + home);
        }
    }
}
