package relais.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.events.KafkaConnection;
import relais.events.RegistryConnection;
import relais.local.backbone.AccessTable;
import relais.local.backbone.Distribution;
import relais.local.backbone.KafkaSecrets;
import relais.local.backbone.MongoChoice;
import relais.local.backbone.RegistryAccess;
import relais.local.process.FreePorts;

/**
 * What one stack is made of.
 *
 * @param home where data, logs and the state of the stack are
 * @param environment what is added to the environment of a part, by its name
 * @param jvmOptions options of the Java virtual machine of a part, by its name
 */
public record StackSettings(
        Distribution distribution,
        Path home,
        Ports ports,
        MongoChoice mongo,
        Map<String, Map<String, String>> environment,
        Map<String, List<String>> jvmOptions) {

    public StackSettings {
        environment = Map.copyOf(environment);
        jvmOptions = Map.copyOf(jvmOptions);
    }

    /**
     * The stack of the {@code relais} script.
     *
     * @param environment {@code RELAIS_HOME}, {@code RELAIS_<NAME>_PORT}, {@code
     *     RELAIS_MONGODB_URI}
     */
    public static StackSettings of(Map<String, String> environment) {
        Distribution distribution = Distribution.find();
        String home = environment.getOrDefault("RELAIS_HOME", "");
        Path folder = home.isBlank() ? distribution.root().resolve(".relais") : Path.of(home);
        return new StackSettings(
                distribution,
                folder.toAbsolutePath(),
                Ports.of(environment),
                MongoChoice.of(environment, folder.resolve("data").resolve("mongodb")),
                Map.of(),
                Map.of());
    }

    /** A stack for tests: free ports, and a new temporary home which the caller removes. */
    public static StackSettings temporary() {
        try {
            return new StackSettings(
                    Distribution.find(),
                    Files.createTempDirectory("relais-stack-"),
                    Ports.free(),
                    MongoChoice.of(System.getenv()),
                    Map.of(),
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with variables added to those of a part. */
    public StackSettings withEnvironment(String part, Map<String, String> variables) {
        Map<String, String> ofPart = new HashMap<>(environment.getOrDefault(part, Map.of()));
        ofPart.putAll(variables);
        Map<String, Map<String, String>> all = new HashMap<>(environment);
        all.put(part, ofPart);
        return new StackSettings(distribution, home, ports, mongo, all, jvmOptions);
    }

    /** The same with options added to those of a part. */
    public StackSettings withJvmOptions(String part, List<String> options) {
        List<String> ofPart = new ArrayList<>(jvmOptions.getOrDefault(part, List.of()));
        ofPart.addAll(options);
        Map<String, List<String>> all = new HashMap<>(jvmOptions);
        all.put(part, ofPart);
        return new StackSettings(distribution, home, ports, mongo, environment, all);
    }

    /**
     * The same with free ports for some parts: another instance of each may run beside the first.
     */
    public StackSettings withFreePorts(List<String> parts) {
        Map<String, Integer> numbers = new HashMap<>(ports.numbers());
        Iterator<Integer> free = FreePorts.take(parts.size()).iterator();
        parts.forEach(part -> numbers.put(part, free.next()));
        return new StackSettings(
                distribution, home, new Ports(numbers), mongo, environment, jvmOptions);
    }

    Path log(String part) {
        return home.resolve("logs").resolve(part + ".log");
    }

    Path data(String part) {
        return home.resolve("data").resolve(part);
    }

    /** Host and port of the Kafka broker. */
    String kafkaBootstrap() {
        return "127.0.0.1:" + ports.of("kafka");
    }

    /** How the broker is reached by a user of {@link AccessTable}, or by its admin. */
    KafkaConnection kafka(String user) {
        return secrets().connection(kafkaBootstrap(), user);
    }

    /** The passwords of this home. */
    KafkaSecrets secrets() {
        return KafkaSecrets.in(home);
    }

    /** The variables with the keys to the store of files, for the store and its only user. */
    Map<String, String> filesEnvironment() {
        return Map.of(
                "RELAIS_FILES_ACCESS_KEY",
                "relais",
                "RELAIS_FILES_SECRET_KEY",
                secrets().ofFiles());
    }

    /** Root of the registry's Confluent API. */
    String registryUrl() {
        return "http://127.0.0.1:" + ports.of("registry") + "/apis/ccompat/v7";
    }

    /** How schemas are registered there. */
    RegistryConnection registrar() {
        return RegistryAccess.registrar(registryUrl(), secrets().ofRegistrar());
    }

    /** The MongoDB in use, without a database name. */
    String mongoUri() {
        return mongo instanceof MongoChoice.External(String uri)
                ? uri
                : "mongodb://127.0.0.1:" + ports.of("mongodb");
    }

    /** The MongoDB in use, as it may be shown: without the credentials that an address may have. */
    public String mongoAddress() {
        return mongoUri().replaceFirst("//[^/@]*@", "//");
    }

    /**
     * {@code localhost} as in the addresses that are shown, for it is what tokens name as their
     * issuer.
     */
    String issuer() {
        return "http://localhost:" + ports.of("identity");
    }

    /**
     * The variables that a service gets: the interface between launcher and services. A user of
     * Kafka has its own name and password.
     */
    Map<String, String> serviceEnvironment(String service) {
        Map<String, String> all = new HashMap<>();
        for (Part part : Part.processes()) {
            all.put(part.portVariable(), Integer.toString(ports.of(part.name())));
        }
        all.put("RELAIS_HOME", home.toString());
        all.put("RELAIS_KAFKA_BOOTSTRAP", kafkaBootstrap());
        if (AccessTable.users().contains(service)) {
            KafkaConnection kafka = kafka(service);
            all.put("RELAIS_KAFKA_SECURITY_PROTOCOL", text(kafka.securityProtocol()));
            all.put("RELAIS_KAFKA_USERNAME", text(kafka.username()));
            all.put("RELAIS_KAFKA_PASSWORD", text(kafka.password()));
        }
        if (service.equals("experiences")) {
            all.put("RELAIS_FILES_ENDPOINT", "http://127.0.0.1:" + ports.of("files"));
            all.putAll(filesEnvironment());
        }
        all.put("RELAIS_REGISTRY_URL", registryUrl());
        all.put(MongoChoice.VARIABLE, mongoUri());
        all.put("RELAIS_ISSUER", issuer());
        all.put("RELAIS_JWKS", issuer() + "/oauth2/jwks");
        all.put("RELAIS_PORTAL_CLIENT_SECRET", "portal-demo");
        // Plain http, which not every browser takes for safe on localhost.
        all.put("RELAIS_PORTAL_SECURE_COOKIES", "false");
        // What runs on one machine is reached from that machine only, and by no other name.
        all.put("SERVER_ADDRESS", "127.0.0.1");
        all.put("RELAIS_HOSTS", "localhost,127.0.0.1,[::1]");
        return all;
    }

    private static String text(@Nullable String setting) {
        return Objects.requireNonNullElse(setting, "");
    }
}
