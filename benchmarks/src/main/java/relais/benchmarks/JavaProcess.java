package relais.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Java process on this machine. */
record JavaProcess(long process) {

    /** The last line of a histogram: instances and bytes. */
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    /** This one. */
    static JavaProcess self() {
        return new JavaProcess(ProcessHandle.current().pid());
    }

    /** A service that this process started. */
    static JavaProcess service(String name) {
        return descendant("relais-" + name);
    }

    /** A process that this one started, by a part of its command line. */
    static JavaProcess descendant(String commandLine) {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(commandLine))
                .map(child -> new JavaProcess(child.pid()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + commandLine + " runs"));
    }

    /**
     * What can be reached on its heap, in bytes. A histogram of live objects collects and counts
     * while the process stands still; between a collection and a second question a busy process
     * would have filled its heap again.
     */
    long heapAfterCollection() throws IOException, InterruptedException {
        String histogram = ask("GC.class_histogram");
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IOException("jcmd does not say what the heap of " + process + " holds");
        }
        return Long.parseLong(total.group(1));
    }

    /** The options that apply, whatever the command line says twice: heap, collector, compilers. */
    String flags() throws IOException, InterruptedException {
        return ask("VM.flags").lines().skip(1).collect(Collectors.joining(" ")).strip();
    }

    boolean isAlive() {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isPresent();
    }

    /** What it has used so far, on all cores. */
    Duration processorTime() {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("No process " + process));
    }

    /** What of the machine's memory is its own, in bytes; of what it shares, its part. */
    long memory() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process), "smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("No memory of process " + process));
    }

    private String ask(String command) throws IOException, InterruptedException {
        Process jcmd =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                                Long.toString(process),
                                command)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException("jcmd " + process + " " + command + ": " + said);
        }
        return said;
    }
}
