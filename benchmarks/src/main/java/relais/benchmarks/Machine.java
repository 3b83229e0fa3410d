package relais.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** What a figure was measured on, without which it says nothing, and what is left there. */
final class Machine {

    private Machine() {}

    static String describe() throws IOException {
        String processor = "unknown processor";
        Path cpuinfo = Path.of("/proc/cpuinfo");
        if (Files.isReadable(cpuinfo)) {
            processor =
                    Files.readAllLines(cpuinfo).stream()
                            .filter(line -> line.startsWith("model name"))
                            .map(line -> line.substring(line.indexOf(':') + 1).strip())
                            .findFirst()
                            .orElse(processor);
        }
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                processor,
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
