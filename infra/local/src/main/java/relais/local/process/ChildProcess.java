package relais.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import relais.local.message.Problem;

/** A running program whose output goes to a log file. It dies with this process. */
public final class ChildProcess {

    private static final long LOG_LIMIT = 20L << 20;
    private static final Guardian GUARDIAN = Guardian.start();

    private final Program program;
    private final Process process;
    private final Path log;
    private final long logged;
    private final Instant since;
    private final CompletableFuture<Integer> exit;

    private ChildProcess(Program program, Process process, Path log, long logged) {
        this.program = program;
        this.process = process;
        this.log = log;
        this.logged = logged;
        this.since = Instant.now();
        this.exit =
                process.onExit()
                        .thenApply(
                                ended -> {
                                    GUARDIAN.forget(ended.pid());
                                    return ended.exitValue();
                                });
    }

    /**
     * Starts a program; its output is appended to the log file, which is put aside first when it
     * has grown over 20 MB.
     */
    public static ChildProcess start(Program program, Path log) {
        List<String> command = new ArrayList<>(Sessions.detached());
        command.addAll(program.command());
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            putAside(log);
            long logged = Files.exists(log) ? Files.size(log) : 0;
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(program.directory().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(program.environment());
            // By default glibc keeps eight arenas a core for the JVM's own memory: 100 MB in all.
            builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
            Process process = builder.start();
            GUARDIAN.watch(process.pid());
            process.getOutputStream().close();
            return new ChildProcess(program, process, log, logged);
        } catch (IOException e) {
            throw new Problem(e, "process.not-started", program.name(), e.getMessage());
        }
    }

    private static void putAside(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public Program program() {
        return program;
    }

    public long pid() {
        return process.pid();
    }

    public Instant since() {
        return since;
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit code; only once the process has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Completes when the process has ended, for whatever reason. */
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    public void whenEnded(Runnable action) {
        CompletableFuture<Void> _ = exit.thenRun(action);
    }

    /**
     * SIGTERM, and SIGKILL for what is still there after the limit.
     *
     * @param limit how long to wait before SIGKILL
     * @return false if it had to be killed
     */
    public boolean stop(Duration limit) {
        process.destroy();
        if (awaitEnd(limit)) {
            return true;
        }
        kill();
        return false;
    }

    /** SIGKILL, and waits until the system has buried the process. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    /** Whether the process has ended by then. */
    public boolean awaitEnd(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The end of what this process wrote, the oldest line first. */
    public List<String> lastLines(int count) {
        Deque<String> last = new ArrayDeque<>();
        try (InputStream written = Files.newInputStream(log)) {
            written.skipNBytes(logged);
            // Malformed bytes become marks: a log cut in the middle of a character is still worth
            // showing.
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(written, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (last.size() == count) {
                    last.removeFirst();
                }
                last.addLast(line);
            }
        } catch (IOException e) {
            return List.of();
        }
        return List.copyOf(last);
    }
}
