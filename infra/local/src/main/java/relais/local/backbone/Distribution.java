package relais.local.backbone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.events.KafkaConnection;
import relais.local.message.Problem;
import relais.local.process.Program;

/**
 * The programs that {@code infra/local} assembles in {@code target/dist} when it is packaged.
 *
 * @param root the folder that holds the {@code relais} script
 */
public record Distribution(Path root) {

    private static final Path DIST = Path.of("infra", "local", "target", "dist");
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private static final List<String> QUIET =
            List.of(
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    /**
     * Looks for the folder with the {@code relais} script, upwards from the working directory, then
     * from where this class is.
     *
     * @throws Problem when there is no such folder, or nothing was built in it
     */
    public static Distribution find() {
        Path root =
                Stream.of(Path.of("").toAbsolutePath(), ownFolder())
                        .flatMap(Distribution::upwards)
                        .filter(folder -> Files.isRegularFile(folder.resolve("relais")))
                        .findFirst()
                        .orElseThrow(() -> new Problem("distribution.no-root"));
        Distribution found = new Distribution(root);
        if (!Files.isRegularFile(found.relais())
                || !Files.isRegularFile(found.registryHome().resolve("quarkus-run.jar"))) {
            throw new Problem("distribution.not-built", root.resolve(DIST));
        }
        return found;
    }

    private static Stream<Path> upwards(@Nullable Path start) {
        return Stream.iterate(start, folder -> folder != null, Path::getParent);
    }

    private static @Nullable Path ownFolder() {
        CodeSource source = Distribution.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A broker that lets everybody do everything, for tests. */
    public Program kafka(int port, Path data) {
        return java(
                "kafka",
                List.of("-Xmx256m", "-Xms64m"),
                "relais.local.embedded.KafkaBroker",
                port,
                data);
    }

    /** A broker that lets in who has a password, and only do what the table allows. */
    public Program kafka(int port, Path data, KafkaSecrets secrets) {
        return kafka(port, data).with(Map.of("RELAIS_KAFKA_ADMIN_PASSWORD", secrets.ofAdmin()));
    }

    public Program mongoStandIn(int port, Path data) {
        // Sorting 30,000 cards takes minutes in 320 MB, for want of room, and 0.6 s in this.
        return mongoStandIn(port, data, List.of("-Xmx512m", "-Xms32m"));
    }

    /**
     * @param megabytes of heap, 100,000 documents of 4 kB want some 2,000
     * @return the stand-in for MongoDB. All of the heap is its own from the start: while it grows
     *     it collects garbage for a sixth of its time, and stands still for seconds
     */
    public Program mongoStandIn(int port, Path data, int megabytes) {
        return mongoStandIn(
                port,
                data,
                List.of(
                        "-Xmx" + megabytes + "m",
                        "-Xms" + megabytes + "m",
                        // What is used for a moment only takes no more than this.
                        "-Xmn" + megabytes / 16 + "m"));
    }

    private Program mongoStandIn(int port, Path data, List<String> heap) {
        // Short of memory it ends, which is noticed, rather than half work.
        var memory = Stream.concat(heap.stream(), Stream.of("-XX:+ExitOnOutOfMemoryError"));
        return java("mongodb", memory.toList(), "relais.local.embedded.MongoServer", port, data);
    }

    /**
     * The store of pictures and documents: S3Proxy over a folder.
     *
     * @param keys variables with the keys of whom it lets in
     */
    public Program files(int port, Path data, Map<String, String> keys) {
        return java(
                        "files",
                        List.of("-Xmx64m", "-Xss512k"),
                        "relais.local.embedded.FileServer",
                        port,
                        data)
                .with(keys);
    }

    /**
     * The registry keeps its content in Kafka. Its jars are put on an ordinary class path: the
     * archive's own class loader is out of reach of an ahead-of-time cache, which more than halves
     * the start.
     *
     * @return Apicurio Registry, which anyone who reaches it may write to
     */
    public Program registry(int port, KafkaConnection kafka) {
        return registry(port, kafka, List.of(), Map.of());
    }

    /**
     * The registry of a stack: anybody who is on the machine reads and looks schemas up, and nobody
     * registers any but its registrar.
     *
     * @param password the registrar's
     */
    public Program guardedRegistry(int port, KafkaConnection kafka, String password) {
        return registry(port, kafka, RegistryAccess.PERMISSIONS, RegistryAccess.users(password));
    }

    private Program registry(
            int port, KafkaConnection kafka, List<String> permissions, Map<String, String> users) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-Xmx192m",
                                "-Xmn24m",
                                // As its manifest says.
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        options.addAll(permissions);
        Map<String, String> environment = new HashMap<>(users);
        // Not options: a command line can be read by everybody on the machine.
        kafka.settings()
                .forEach((name, value) -> environment.put(ofRegistry(name), value.toString()));
        environment.putAll(
                Map.ofEntries(
                        Map.entry("APICURIO_STORAGE_KIND", "kafkasql"),
                        Map.entry("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", kafka.bootstrapServers()),
                        // At start it waits for snapshots through several polls, each as long as
                        // this (milliseconds).
                        Map.entry("APICURIO_KAFKASQL_CONSUMER_POLL_TIMEOUT", "100"),
                        Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                        Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                        Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
                        Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                        Map.entry("QUARKUS_BANNER_ENABLED", "false"),
                        Map.entry("QUARKUS_LOG_LEVEL", "WARN")));
        return new Program(
                "registry",
                command("registry", options, "io.quarkus.runner.GeneratedMain"),
                environment,
                registryHome());
    }

    /** The variable by which the registry takes a setting of its Kafka clients. */
    private static String ofRegistry(String setting) {
        return "APICURIO_KAFKA_COMMON_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The jars on the class path of a part of the backbone, in order. */
    public List<Path> files(String part) {
        Path quarkus = registryHome().resolve("quarkus");
        return switch (part) {
            case "kafka" -> jars(List.of(relais()), "kafka/lib");
            case "mongodb" -> jars(List.of(relais()), "mongo/lib");
            case "files" -> jars(List.of(relais()), "files/lib");
            case "registry" ->
                    jars(
                            List.of(
                                    quarkus.resolve("transformed-bytecode.jar"),
                                    quarkus.resolve("generated-bytecode.jar")),
                            "registry/app",
                            "registry/lib/boot",
                            "registry/lib/main");
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** The Java virtual machine that runs this process, for its children too. */
    public static String javaExecutable() {
        return javaExecutable("java");
    }

    /** A tool of the JDK that runs this process, such as {@code javac}. */
    public static String javaExecutable(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    private Program java(String name, List<String> memory, String main, int port, Path data) {
        List<String> options = new ArrayList<>(memory);
        options.addAll(QUIET);
        options.add("--sun-misc-unsafe-memory-access=allow");
        options.add("--enable-native-access=ALL-UNNAMED");
        String folder = data.toAbsolutePath().toString();
        return new Program(
                name, command(name, options, main, Integer.toString(port), folder), Map.of(), root);
    }

    private List<String> command(String part, List<String> options, String... mainAndArguments) {
        String classPath =
                files(part).stream()
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator));
        return Stream.of(
                        List.of(javaExecutable()),
                        SMALL,
                        options,
                        List.of("-cp", classPath),
                        List.of(mainAndArguments))
                .flatMap(List::stream)
                .toList();
    }

    private List<Path> jars(List<Path> first, String... folders) {
        List<Path> jars = new ArrayList<>(first);
        for (String folder : folders) {
            jars.addAll(jars(dist().resolve(folder)));
        }
        return jars;
    }

    /**
     * The largest first. The order is always the same, since an ahead-of-time cache holds for one
     * class path; and a virtual machine that records compares the jar of each class that it loads
     * with every entry before it, which took the registry's 466 jars, by name, four seconds.
     */
    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(
                            Comparator.comparingLong(Distribution::size)
                                    .reversed()
                                    .thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path dist() {
        return root.resolve(DIST);
    }

    private Path relais() {
        return dist().resolve("relais-local.jar");
    }

    private Path registryHome() {
        return dist().resolve("registry");
    }
}
