package relais.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java process on this machine. */
record JavaProcess(long process) {

    /** A line of the heap's generations, not of what lies outside the heap. */
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    /** This one. */
    static JavaProcess self() {
        return new JavaProcess(ProcessHandle.current().pid());
    }

    /** What its heap holds after a full collection, in bytes. */
    long heapAfterCollection() throws IOException, InterruptedException {
        ask("GC.run");
        Matcher generations = USED.matcher(ask("GC.heap_info"));
        long used = 0;
        while (generations.find()) {
            used += Long.parseLong(generations.group(1)) * 1024;
        }
        if (used == 0) {
            throw new IOException("jcmd does not say what the heap of " + process + " holds");
        }
        return used;
    }

    /** What it has used so far, on all cores. */
    Duration processorTime() {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("No process " + process));
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
