package relais.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Resident memory of a process, from Linux's {@code /proc}. */
final class ProcessMemory {

    private ProcessMemory() {}

    /**
     * Its share in megabytes (pages that several processes map are divided among them); 0 if
     * unknown.
     */
    static long megabytes(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        return kilobytes(process.resolve("smaps_rollup"), "Pss:")
                        .or(() -> kilobytes(process.resolve("status"), "VmRSS:"))
                        .orElse(0L)
                >> 10;
    }

    private static Optional<Long> kilobytes(Path file, String label) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(label))
                    .map(line -> Long.valueOf(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
