package relais.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import relais.local.backbone.Distribution;
import relais.local.message.Problem;
import relais.local.process.Program;

/** A Spring Boot application of the build, unpacked: nested jars cannot be cached ahead of time. */
record ServiceApp(Part part, Path root) {

    private static final List<String> OPTIONS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx192m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED");

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

    /** Unpacks the executable jar into a folder. */
    Program extraction(Path into) {
        List<String> command = new ArrayList<>();
        command.add(Distribution.javaExecutable());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djarmode=tools"));
        command.addAll(List.of("-jar", jar().toString(), "extract", "--force"));
        command.addAll(List.of("--destination", into.toString()));
        return new Program(part.name(), command, Map.of(), root);
    }

    /** Starts the unpacked application. */
    Program program(Path unpacked, Map<String, String> environment, Path directory) {
        List<String> command = new ArrayList<>(OPTIONS);
        command.addFirst(Distribution.javaExecutable());
        command.addAll(List.of("-jar", unpacked.resolve(jar().getFileName()).toString()));
        return new Program(part.name(), command, environment, directory);
    }
}
