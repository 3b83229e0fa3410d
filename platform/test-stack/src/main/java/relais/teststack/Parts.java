package relais.teststack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import relais.events.KafkaConnection;
import relais.local.Preparation;
import relais.local.backbone.Distribution;
import relais.local.backbone.Images;
import relais.local.backbone.MongoChoice;
import relais.local.process.FreePorts;
import relais.local.process.Program;
import relais.local.process.Readiness;

/** Decides how each part runs. All three are containers, or none is. */
final class Parts {

    private static final String HOST = "127.0.0.1";

    /** For two models of 20,000 events side by side, which take 800, each read as a whole. */
    private static final int STAND_IN_MEGABYTES = 2_048;

    private final Path home;
    private final int kafkaPort;
    private final int registryPort;
    private final int mongoPort;
    private @Nullable Preparation preparation;

    Parts(Path home) {
        List<Integer> ports = FreePorts.take(3);
        this.home = home;
        this.kafkaPort = ports.get(0);
        this.registryPort = ports.get(1);
        this.mongoPort = ports.get(2);
    }

    String kafkaBootstrap() {
        return HOST + ":" + kafkaPort;
    }

    String registryUrl() {
        return "http://" + HOST + ":" + registryPort + "/apis/ccompat/v7";
    }

    String mongoUri() {
        return MongoChoice.of(System.getenv()) instanceof MongoChoice.External(String uri)
                ? uri
                : "mongodb://" + HOST + ":" + mongoPort;
    }

    static List<String> images() {
        Images images = Images.load();
        return List.of(images.kafka(), images.registry(), images.mongodb());
    }

    Part kafka(boolean container) {
        return kafka(container, kafkaPort, "kafka");
    }

    /**
     * One of possibly several.
     *
     * @param name of its data and of its log
     */
    Part kafka(boolean container, int port, String name) {
        Readiness readiness = Readiness.kafka(HOST, port);
        if (!container) {
            return new ProcessPart(
                    "child process, the real broker",
                    prepared(parts -> parts.kafka(port, home.resolve(name))),
                    readiness,
                    log(name));
        }
        int controller = FreePorts.take(1).getFirst();
        return new ContainerPart(
                Images.load().kafka(),
                Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry(
                                "KAFKA_LISTENERS",
                                "PLAINTEXT://%s:%d,CONTROLLER://%s:%d"
                                        .formatted(HOST, port, HOST, controller)),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + HOST + ":" + port),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry(
                                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@" + HOST + ":" + controller),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                        Map.entry("KAFKA_LOG_RETENTION_MS", "-1"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")),
                readiness);
    }

    Part registry(boolean container) {
        Readiness readiness = Readiness.http(URI.create(registryUrl() + "/subjects"));
        if (!container) {
            return new ProcessPart(
                    "child process, the real registry",
                    prepared(
                            parts ->
                                    parts.registry(
                                            registryPort, new KafkaConnection(kafkaBootstrap()))),
                    readiness,
                    log("registry"));
        }
        return new ContainerPart(
                Images.load().registry(),
                Map.of(
                        "APICURIO_STORAGE_KIND",
                        "kafkasql",
                        "APICURIO_KAFKASQL_BOOTSTRAP_SERVERS",
                        kafkaBootstrap(),
                        "APICURIO_KAFKASQL_CONSUMER_POLL_TIMEOUT",
                        "100",
                        "QUARKUS_HTTP_HOST",
                        HOST,
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(registryPort),
                        "QUARKUS_MANAGEMENT_HOST",
                        HOST,
                        "QUARKUS_MANAGEMENT_PORT",
                        "0"),
                readiness);
    }

    Part mongo(boolean container) {
        Path data = home.resolve("mongodb");
        Readiness readiness = Readiness.mongo(HOST, mongoPort);
        return switch (MongoChoice.of(System.getenv())) {
            case MongoChoice.External external -> new ExternalMongo(external.uri());
            case MongoChoice.Installed _, MongoChoice.StandIn _ when container ->
                    new ContainerPart(
                            Images.load().mongodb(),
                            Map.of(),
                            readiness,
                            "mongod",
                            "--bind_ip",
                            HOST,
                            "--port",
                            Integer.toString(mongoPort));
            case MongoChoice.Installed installed ->
                    new ProcessPart(
                            "child process, " + installed.mongod(),
                            installed.program(mongoPort, data),
                            readiness,
                            log("mongodb"));
            // Tests look for images themselves.
            case MongoChoice.StandIn _, MongoChoice.InContainer _ ->
                    new ProcessPart(
                            "child process, mongo-java-server",
                            prepared(
                                    parts ->
                                            parts.mongoStandIn(
                                                    mongoPort, data, STAND_IN_MEGABYTES)),
                            readiness,
                            log("mongodb"));
        };
    }

    /**
     * With the caches that the launcher makes for itself: they halve each start, and the first test
     * of a build that needs them has them made for all.
     */
    private Program prepared(Function<Distribution, Program> choice) {
        Distribution distribution = Distribution.find();
        if (preparation == null) {
            preparation = new Preparation(distribution, _ -> {});
            preparation.prepareBackbone();
        }
        Program program = choice.apply(distribution);
        return program.withJvmOptions(preparation.options(program.name()));
    }

    private Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }

    /** A server that is not ours to stop. */
    private record ExternalMongo(String uri) implements Part {

        @Override
        public String description() {
            return "the server of " + MongoChoice.VARIABLE;
        }

        @Override
        public void start() {}

        @Override
        public void stop() {
            throw new IllegalStateException(
                    "The MongoDB of " + MongoChoice.VARIABLE + " is not stopped by tests");
        }

        @Override
        public void end() {}
    }
}
