package relais.local.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
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

    static Properties settings(int port, int controllerPort, Path home) {
        Properties p = new Properties();
        p.setProperty("node.id", "1");
        p.setProperty("process.roles", "broker,controller");
        p.setProperty(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.setProperty("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("inter.broker.listener.name", "PLAINTEXT");
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        // A static voter, because the controller's port changes at each start.
        p.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.setProperty("log.dirs", home.resolve("log").toString());

        // The log is the shared truth: nothing expires, and no topic appears by a typing error.
        p.setProperty("log.retention.ms", "-1");
        p.setProperty("log.retention.bytes", "-1");
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("num.partitions", "12");

        // One node: one copy of everything.
        p.setProperty("default.replication.factor", "1");
        p.setProperty("min.insync.replicas", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "2");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "2");

        // Consumers join at once, and a killed one is missed soon.
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("group.min.session.timeout.ms", "1000");
        p.setProperty("group.consumer.min.heartbeat.interval.ms", "500");
        p.setProperty("group.consumer.heartbeat.interval.ms", "1000");
        p.setProperty("group.consumer.min.session.timeout.ms", "3000");
        // After a kill, the next start waits until the controller has given up the broker that was
        // (9 s by default).
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "500");

        // Small buffers: this broker serves one machine.
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "4");
        p.setProperty("background.threads", "2");
        p.setProperty("num.recovery.threads.per.data.dir", "2");
        p.setProperty("log.segment.bytes", "67108864");
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        p.setProperty("log.cleaner.io.buffer.size", "131072");
        p.setProperty("metadata.log.segment.bytes", "16777216");
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
            "format",
            "--ignore-formatted",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            file.toString()
        };
        PrintStream console = System.out;
        int code = StorageTool.execute(arguments, console);
        if (code != 0) {
            throw new IOException("Kafka's storage tool could not format " + home);
        }
    }
}
