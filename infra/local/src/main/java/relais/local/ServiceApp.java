package relais.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import relais.local.backbone.Distribution;
import relais.local.backbone.MongoChoice;
import relais.local.message.Problem;
import relais.local.process.Program;
import relais.local.process.Wait;

/** A Spring Boot application of the build, unpacked: nested jars cannot be cached ahead of time. */
record ServiceApp(Part part, Path root) {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final List<String> SMALL =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx192m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dspring.aot.enabled=true");

    /** It folds little and answers little: of the last option of a kind the machine takes note. */
    private static final String NOTICES = "notices";

    private static final String HALF_THE_HEAP = "-Xmx96m";

    /** They fold whole logs, or send them out; what others make goes with its request. */
    private static final Set<String> OF_WHOLE_LOGS = Set.of("feed", "history");

    /**
     * A third of the heap is the default, all of which a machine has filled once it has started.
     */
    private static final String SMALL_YOUNG_GENERATION = "-Xmn24m";

    /** The executable jar that Maven made. */
    Path jar() {
        Path target = root.resolve(part.module()).resolve("target");
        try (Stream<Path> files = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(file -> file.getFileName().toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new Problem("service.not-built", part.name(), target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Unpacks the executable jar into a folder, and adds the bean definitions that Spring works out
     * ahead of time: with them a start reads no configuration class and evaluates no condition.
     *
     * @param into an empty folder; what the programs say goes to {@code prepare.log} in it
     */
    void unpack(Path into) throws IOException {
        List<String> extraction = java(SMALL, "-Djarmode=tools", "-jar", jar().toString());
        extraction.addAll(List.of("extract", "--force", "--destination", into.toString()));
        run(extraction, into);

        Path sources = into.resolve("aot/sources");
        Path classes = into.resolve("aot/classes");
        String classPath = unpackedJar(into) + File.pathSeparator + into.resolve("lib") + "/*";
        List<String> processing = java(SMALL, "--enable-native-access=ALL-UNNAMED");
        processing.addAll(List.of("--sun-misc-unsafe-memory-access=allow", "-cp", classPath));
        processing.addAll(
                List.of(
                        "org.springframework.boot.SpringApplicationAotProcessor",
                        mainClass(into),
                        sources.toString(),
                        classes.toString(),
                        classes.toString(),
                        "relais",
                        "relais-" + part.name()));
        run(processing, into);
        run(compilation(sources, classes, classPath), into);
        run(
                List.of(
                        Distribution.javaExecutable("jar"),
                        "--update",
                        "--file",
                        unpackedJar(into).toString(),
                        "-C",
                        classes.toString(),
                        "."),
                into);
    }

    /** Starts the unpacked application. */
    Program program(Path unpacked, Map<String, String> environment, Path directory) {
        List<String> options = new ArrayList<>(OPTIONS);
        if (part.name().equals(NOTICES)) {
            options.add(HALF_THE_HEAP);
        }
        if (!OF_WHOLE_LOGS.contains(part.name())) {
            options.add(SMALL_YOUNG_GENERATION);
        }
        List<String> command = java(options, "-jar", unpackedJar(unpacked).toString());
        return new Program(part.name(), command, environment, directory);
    }

    private static List<String> compilation(Path sources, Path classes, String classPath)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Distribution.javaExecutable("javac"),
                                "-J-XX:TieredStopAtLevel=1",
                                "-J-XX:+UseSerialGC",
                                "-nowarn",
                                "-proc:none",
                                "-d",
                                classes.toString(),
                                "-cp",
                                classPath));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(command::add);
        }
        return command;
    }

    private String mainClass(Path unpacked) throws IOException {
        try (JarFile jar = new JarFile(unpackedJar(unpacked).toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }

    private Path unpackedJar(Path unpacked) {
        return unpacked.resolve(jar().getFileName());
    }

    private void run(List<String> command, Path folder) {
        // Conditions see what every start gives; nothing is asked of the store.
        Map<String, String> environment =
                Map.of(
                        "RELAIS_HOME",
                        folder.toString(),
                        MongoChoice.VARIABLE,
                        "mongodb://localhost");
        Program program = new Program(part.name(), command, environment, folder);
        Wait.untilSucceeded(program, folder.resolve("prepare.log"), LIMIT);
    }

    private static List<String> java(List<String> options, String... more) {
        List<String> command = new ArrayList<>(options);
        command.addFirst(Distribution.javaExecutable());
        command.addAll(List.of(more));
        return command;
    }
}
