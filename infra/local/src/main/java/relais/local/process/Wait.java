package relais.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import relais.local.message.Problem;

/** Waits for a child to serve, and says why when it does not. */
public final class Wait {

    private static final int READ = 300;
    private static final int LINES = 15;
    private static final int WIDTH = 240;

    private Wait() {}

    /**
     * Returns as soon as the child is ready.
     *
     * @param child the process; its death ends the wait
     * @throws Problem when it died or did not become ready in time; with the last lines of its log
     */
    public static void untilReady(ChildProcess child, Readiness readiness, Duration limit) {
        untilReady(child, readiness, limit, limit, () -> {});
    }

    /**
     * The same of one that may have to make up for something first.
     *
     * @param working limit for one that {@linkplain Readiness#isAtWork() says that it works}
     * @param late called once when it does so after the first limit
     */
    public static void untilReady(
            ChildProcess child,
            Readiness readiness,
            Duration limit,
            Duration working,
            Runnable late) {
        long begin = System.nanoTime();
        boolean isLate = false;
        try {
            while (!readiness.isReady()) {
                if (!child.isAlive()) {
                    throw died(child);
                }
                long waited = System.nanoTime() - begin;
                Duration most = readiness.isAtWork() ? working : limit;
                if (waited > most.toNanos()) {
                    throw new Problem(
                            "process.not-ready",
                            child.program().name(),
                            waited / 1_000_000_000,
                            ending(child));
                }
                if (waited > limit.toNanos() && !isLate) {
                    isLate = true;
                    late.run();
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "process.interrupted", child.program().name());
        }
        if (!child.isAlive()) {
            // Somebody else answers on its port.
            throw died(child);
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws Problem when it fails, or has not ended in time; with the last lines of its log
     */
    public static void untilSucceeded(Program program, Path log, Duration limit) {
        ChildProcess child = ChildProcess.start(program, log);
        if (!child.awaitEnd(limit)) {
            child.kill();
        }
        if (child.exitCode() != 0) {
            throw died(child);
        }
    }

    /** The exit code and the end of the log of a process that has ended, in words. */
    public static Problem died(ChildProcess child) {
        return new Problem(
                "process.died", child.program().name(), child.onExit().join(), ending(child));
    }

    private static String ending(ChildProcess child) {
        List<String> telling =
                child.lastLines(READ).stream().filter(line -> !isStackFrame(line)).toList();
        return telling.subList(Math.max(0, telling.size() - LINES), telling.size()).stream()
                        .map(line -> "    " + line.substring(0, Math.min(line.length(), WIDTH)))
                        .collect(Collectors.joining("\n"))
                + "\n    ("
                + child.log()
                + ")";
    }

    /**
     * Where in the code it happened is in the log; a person at the terminal needs what happened.
     */
    private static boolean isStackFrame(String line) {
        return line.startsWith("\tat ") || line.startsWith("\t... ");
    }
}
