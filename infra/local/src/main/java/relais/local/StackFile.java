package relais.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import relais.local.message.Messages;
import relais.local.process.ChildProcess;
import relais.local.process.Pause;

/**
 * What a running stack writes about itself in {@code run/stack.properties}, for the commands in
 * other processes. A process is known by its id and the moment of its start, since ids are used
 * again.
 */
public final class StackFile {

    /**
     * A part as last written.
     *
     * @param pid its process; 0 if there is none
     * @param restarts how often it was started because it had ended by itself
     */
    public record Line(
            String name, PartState state, int port, long pid, Instant since, int restarts) {

        /** Whether the process that was written down is still there. */
        public boolean isAlive() {
            return alive(pid, since).isPresent();
        }
    }

    /**
     * A stack as last written.
     *
     * @param supervisor process id of the launcher that runs it
     */
    public record Content(long supervisor, boolean ready, List<Line> lines) {}

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Path file;

    public StackFile(Path home) {
        this.file = home.resolve("run").resolve("stack.properties");
    }

    synchronized void write(LocalStack stack, boolean ready) {
        Properties p = new Properties();
        p.setProperty("supervisor", Long.toString(ProcessHandle.current().pid()));
        p.setProperty("ready", Boolean.toString(ready));
        for (RunningPart part : stack.parts()) {
            String name = part.part().name();
            ChildProcess child = part.child();
            p.setProperty(name + ".state", part.state().name());
            p.setProperty(name + ".port", Integer.toString(stack.settings().ports().of(name)));
            p.setProperty(name + ".pid", child == null ? "0" : Long.toString(child.pid()));
            p.setProperty(
                    name + ".since", (child == null ? Instant.EPOCH : child.since()).toString());
            p.setProperty(name + ".restarts", Integer.toString(part.restarts()));
        }
        Path next = file.resolveSibling("stack.properties.next");
        try {
            try (Writer writer = Files.newBufferedWriter(next)) {
                p.store(writer, null);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Stopping must go on, even on a full disk; the other commands see an older state.
            System.err.println(Messages.say("home.unwritable", file, e.getMessage()));
        }
    }

    /** What was written last; empty if no stack ever ran here. */
    public Optional<Content> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties p = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            p.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Line> lines = new ArrayList<>();
        for (Part part : Part.processes()) {
            String name = part.name();
            if (p.containsKey(name + ".pid")) {
                lines.add(
                        new Line(
                                name,
                                PartState.valueOf(p.getProperty(name + ".state")),
                                Integer.parseInt(p.getProperty(name + ".port")),
                                Long.parseLong(p.getProperty(name + ".pid")),
                                Instant.parse(p.getProperty(name + ".since")),
                                Integer.parseInt(p.getProperty(name + ".restarts", "0"))));
            }
        }
        return Optional.of(
                new Content(
                        Long.parseLong(p.getProperty("supervisor")),
                        Boolean.parseBoolean(p.getProperty("ready")),
                        lines));
    }

    /**
     * Ends what a launcher left that was itself killed. Only for the holder of the home's lock.
     *
     * @return the names of the parts that were still there
     */
    public List<String> endLeftovers() {
        List<Line> left =
                read().map(Content::lines).orElse(List.of()).stream()
                        .filter(Line::isAlive)
                        .toList();
        left.forEach(line -> alive(line.pid(), line.since()).ifPresent(ProcessHandle::destroy));
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        for (Line line : left) {
            while (line.isAlive()) {
                if (System.nanoTime() > end) {
                    alive(line.pid(), line.since()).ifPresent(ProcessHandle::destroyForcibly);
                }
                Pause.of(LOOK, "process.interrupted", "relais");
            }
        }
        return left.stream().map(Line::name).toList();
    }

    private static Optional<ProcessHandle> alive(long pid, Instant since) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> isNear(process.info().startInstant().orElse(since), since));
    }

    private static boolean isNear(Instant start, Instant since) {
        return Duration.between(start, since).abs().toSeconds() < 5;
    }
}
