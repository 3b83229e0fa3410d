package relais.local.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        // A static voter, because the controller's port changes at each start.
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("log.dirs", home.resolve("log").toString());
        return p;
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
