package relais.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.events.EventSchemas;
import relais.events.KafkaConnection;
import relais.events.Registrar;
import relais.events.RegistryUnavailable;
import relais.local.backbone.RegisteredSchemas;
import relais.local.backbone.TopicCreation;
import relais.local.process.FreePorts;

/**
 * The servers that integration tests need, one set for each Java process, each started when it is
 * first asked for and all ended with the process, even if that is killed. Data live in a temporary
 * folder. They are containers or processes as {@link PartsWanted} says; standard output says which.
 *
 * <p>Needs {@code infra/local} to be built, or Docker with the images of {@link
 * relais.local.backbone.Images}. What containers a killed process left, the next one removes.
 */
public final class TestStack {

    private static final List<String> TOPICS = List.copyOf(EventSchemas.registered().keySet());

    /** Each takes 10 s at most; a registry answers before it has read its log to the end. */
    private static final int REPLAYS_AWAITED = 6;

    private static final int TRIES = 5;

    private static final class Holder {
        static final TestStack SHARED = new TestStack();
    }

    private final Path home;
    private final Parts parts;
    private final RegisteredSchemas schemas;
    private final List<Part> owned = new ArrayList<>();
    private final PartsWanted wanted = PartsWanted.of(System.getenv());
    private @Nullable Boolean containers;
    private @Nullable Part kafka;
    private @Nullable Part registry;
    private @Nullable String sharedRegistry;
    private @Nullable Part mongo;
    private @Nullable TestIssuer issuer;

    private TestStack() {
        try {
            this.home = Files.createTempDirectory("relais-test-stack-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.parts = new Parts(home);
        this.schemas = new RegisteredSchemas(home, parts.registryUrl());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "test-stack-end"));
    }

    /** The stack of this Java process. Nothing is started yet. */
    public static TestStack shared() {
        return Holder.SHARED;
    }

    /** Bootstrap servers of a running Kafka in which the topics of Relais exist. */
    public synchronized String kafkaBootstrap() {
        if (kafka == null) {
            kafka = begin("Kafka", parts::kafka);
            new TopicCreation(parts.kafkaBootstrap()).create(TOPICS);
        }
        return parts.kafkaBootstrap();
    }

    /** A topic of the shared Kafka beside those of Relais, ready to be written to. */
    public void createTopic(String name, int partitions) {
        new TopicCreation(new KafkaConnection(kafkaBootstrap()).settings(), partitions, (short) 1)
                .create(List.of(name));
    }

    /**
     * A Kafka of one's own with the topics of Relais and nothing on them, for a history that no
     * other test of this process must meet. The schemas are those of the shared registry.
     */
    public synchronized OwnKafka ownKafka() {
        int port = FreePorts.take(1).getFirst();
        Part own = begin("Own Kafka", container -> parts.kafka(container, port, "kafka-" + port));
        owned.add(own);
        var kafka = new OwnKafka(own, "127.0.0.1:" + port);
        new TopicCreation(kafka.bootstrap()).create(TOPICS);
        return kafka;
    }

    /**
     * The Confluent API of a running registry that knows every schema of this build. Where the
     * servers are processes and Maven builds, it is one for all modules, to be read only.
     */
    public synchronized String registryUrl() {
        if (registry == null && sharedRegistry == null && !inContainers()) {
            SharedRegistry.build().ifPresent(this::share);
        }
        return registry == null && sharedRegistry != null ? sharedRegistry : ownRegistryUrl();
    }

    private void share(long build) {
        try {
            sharedRegistry = SharedRegistry.url(build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        say("Schema registry: " + sharedRegistry + ", of all modules");
    }

    /** The same of one that belongs to this process, to be stopped, or on the shared Kafka. */
    public synchronized String ownRegistryUrl() {
        if (registry == null) {
            kafkaBootstrap();
            registry = begin("Schema registry", parts::registry);
            Registrar.Report report = registered();
            if (!report.isComplete()) {
                throw new IllegalStateException("The registry refused schemas: " + report);
            }
            note();
        }
        return parts.registryUrl();
    }

    /** Where everything starts at once, a registry may take longer than its client waits. */
    private Registrar.Report registered() {
        for (int tries = 1; ; tries++) {
            try {
                return new Registrar(parts.registryUrl()).register();
            } catch (RegistryUnavailable busy) {
                if (tries == TRIES) {
                    throw busy;
                }
            }
        }
    }

    /** The address of a running MongoDB, without a database name. */
    public synchronized String mongoUri() {
        if (mongo == null) {
            mongo = begin("MongoDB", parts::mongo);
        }
        return parts.mongoUri();
    }

    /**
     * What a service must be told to run on this stack, by the names of its configuration. Asking
     * for a value starts what it names.
     */
    public Map<String, Supplier<Object>> serviceProperties() {
        String jwt = "spring.security.oauth2.resourceserver.jwt.";
        return Map.of(
                "relais.kafka.bootstrap-servers",
                this::kafkaBootstrap,
                "relais.registry.url",
                this::registryUrl,
                "spring.mongodb.uri",
                this::mongoUri,
                jwt + "issuer-uri",
                () -> issuer().issuerUri(),
                jwt + "jwk-set-uri",
                () -> issuer().jwksUri());
    }

    /** An issuer of access tokens, running. */
    public synchronized TestIssuer issuer() {
        if (issuer == null) {
            issuer = TestIssuer.start();
        }
        return issuer;
    }

    /**
     * An empty folder, which is removed with the stack's own.
     *
     * @param name of what it is for
     */
    public Path folder(String name) {
        try {
            return Files.createTempDirectory(home, name + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops Kafka; clients lose their connections. */
    public synchronized void stopKafka() {
        stop(kafka);
    }

    /** Starts Kafka again on the same port with the same data. */
    public synchronized void startKafka() {
        start(kafka);
    }

    /** Stops the registry of this process; see {@link #ownRegistryUrl()}. */
    public synchronized void stopRegistry() {
        stop(registry);
    }

    /** Starts the registry again on the same port with the same schemas; Kafka must run. */
    public synchronized void startRegistry() {
        start(registry);
        try {
            for (int i = 0; i < REPLAYS_AWAITED; i++) {
                if (schemas.awaitReplay()) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The registry does not know its schemas any more");
    }

    private void note() {
        try {
            schemas.note();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops MongoDB. */
    public synchronized void stopMongo() {
        stop(mongo);
    }

    /** Starts MongoDB again on the same port with the same data. */
    public synchronized void startMongo() {
        start(mongo);
    }

    private static void stop(@Nullable Part part) {
        if (part != null) {
            part.stop();
        }
    }

    private static void start(@Nullable Part part) {
        if (part == null) {
            throw new IllegalStateException("This part was never asked for");
        }
        part.start();
    }

    private Part begin(String name, Function<Boolean, Part> choice) {
        boolean inContainers = inContainers();
        Part part = choice.apply(inContainers);
        say(name + ": " + part.description());
        try {
            part.start();
            return part;
        } catch (RuntimeException e) {
            if (!inContainers || wanted == PartsWanted.CONTAINERS) {
                throw e;
            }
            say(name + ": the container did not start (" + e.getMessage() + "), using processes");
            containers = false;
            Part other = choice.apply(false);
            say(name + ": " + other.description());
            other.start();
            return other;
        }
    }

    private boolean inContainers() {
        if (containers == null) {
            containers =
                    switch (wanted) {
                        case CONTAINERS -> true;
                        case EMBEDDED -> false;
                        case AS_FOUND -> LocalImages.has(Parts.images());
                    };
            say(containers ? "containers" + because() : "processes" + because() + logs());
        }
        return containers;
    }

    private String because() {
        return switch (wanted) {
            case CONTAINERS, EMBEDDED -> ", as " + PartsWanted.VARIABLE + " says";
            case AS_FOUND ->
                    Boolean.TRUE.equals(containers)
                            ? ", since Docker has the images"
                            : ", since Docker does not have the images " + Parts.images();
        };
    }

    private String logs() {
        return "; logs in " + home.resolve("logs");
    }

    /**
     * On standard output, since the reader of a test report wants to know what it was proved on.
     */
    private static void say(String text) {
        System.out.println("[test-stack] " + text);
    }

    private synchronized void close() {
        Stream.of(registry, kafka, mongo).forEach(TestStack::endQuietly);
        owned.forEach(TestStack::endQuietly);
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            say("could not remove " + home + ": " + e.getMessage());
        }
    }

    private static void endQuietly(@Nullable Part part) {
        try {
            if (part != null) {
                part.end();
            }
        } catch (RuntimeException e) {
            say(String.valueOf(e.getMessage()));
        }
    }
}
