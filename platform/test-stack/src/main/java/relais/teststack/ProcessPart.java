package relais.teststack;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import relais.local.process.ChildProcess;
import relais.local.process.Program;
import relais.local.process.Readiness;
import relais.local.process.Wait;

/** A part as a child process; {@link ChildProcess} sees to it that it dies with this process. */
final class ProcessPart implements Part {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final String description;
    private final Program program;
    private final Readiness readiness;
    private final Path log;
    private @Nullable ChildProcess child;

    ProcessPart(String description, Program program, Readiness readiness, Path log) {
        this.description = description;
        this.program = program;
        this.readiness = readiness;
        this.log = log;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void start() {
        if (child == null || !child.isAlive()) {
            child = ChildProcess.start(program, log);
            try {
                Wait.untilReady(child, readiness, START);
            } catch (RuntimeException e) {
                end();
                throw e;
            }
        }
    }

    @Override
    public void stop() {
        if (child != null) {
            child.stop(STOP);
            child = null;
        }
    }

    @Override
    public void end() {
        if (child != null) {
            child.kill();
            child = null;
        }
    }
}
