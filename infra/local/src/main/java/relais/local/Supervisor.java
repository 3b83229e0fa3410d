package relais.local;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import relais.local.message.Messages;
import relais.local.message.Problem;
import relais.local.process.FreePorts;

/**
 * Runs the stack of a home for as long as it lives: checks first, starts, loads the example data
 * once, starts again what ends by itself, stops.
 */
public final class Supervisor {

    private static final long NEEDED_BYTES = 512L << 20;

    private final StackSettings settings;
    private final StackFile file;
    private final LocalStack stack;
    private final Consumer<String> say;
    private final Restarts restarts;
    private volatile boolean ready;

    /**
     * @param settings of the stack; the caller holds the {@link HomeLock} of its home
     * @param say is told what happens
     */
    public Supervisor(StackSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
        this.file = new StackFile(settings.home());
        this.stack = new LocalStack(settings, say);
        this.restarts =
                new Restarts(
                        InstantSource.system(),
                        Thread::startVirtualThread,
                        Thread::sleep,
                        stack::startAgain,
                        say);
        stack.observe(observed -> file.write(observed, ready));
        stack.whenDead(restarts::died);
    }

    /** Starts everything; those who wait for the stack are told by {@link #announce}. */
    public void start() {
        checkDisk();
        List<String> left = file.endLeftovers();
        if (!left.isEmpty()) {
            say.accept(Messages.say("up.leftovers", String.join(", ", left)));
        }
        checkPorts();
        stack.up();
        new ExampleOnce(settings.home(), stack::loadExample, say).load();
    }

    /** Says in the stack's file that it is ready. */
    public void announce() {
        ready = true;
        file.write(stack, true);
    }

    /**
     * Returns when a part ends again and again; the problem tells which, and the end of its log.
     */
    public Problem awaitEnd() {
        return restarts.awaitEnd();
    }

    /** Whether there is anything to stop. */
    public boolean hasStarted() {
        return stack.parts().stream().anyMatch(part -> part.state() != PartState.STOPPED);
    }

    /** Stops everything, in order. */
    public void stop() {
        ready = false;
        restarts.close();
        stack.close();
    }

    private void checkPorts() {
        for (RunningPart running : stack.parts()) {
            Part part = running.part();
            int port = settings.ports().of(part.name());
            if (!FreePorts.isFree(port)) {
                throw new Problem("port.taken", port, part.name(), part.portVariable());
            }
        }
    }

    private void checkDisk() {
        Path home = settings.home();
        try {
            Files.createDirectories(home.resolve("data"));
            FileStore store = Files.getFileStore(home);
            if (store.getUsableSpace() < NEEDED_BYTES) {
                throw new Problem(
                        "home.full", home, store.getUsableSpace() >> 20, NEEDED_BYTES >> 20);
            }
            Path probe = Files.createTempFile(home, "probe", null);
            Files.write(probe, new byte[1 << 16]);
            Files.delete(probe);
        } catch (IOException e) {
            throw Problem.unwritable(home, e);
        }
    }
}
