package relais.local.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import relais.local.HomeLock;
import relais.local.StackFile;
import relais.local.StackSettings;
import relais.local.backbone.Distribution;
import relais.local.image.ComposeStack;
import relais.local.image.ContainerEngine;
import relais.local.message.Messages;
import relais.local.message.Problem;

/** Stops a running stack, in order. */
@Command(name = "down")
final class DownCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** What "up --containers" started. */
    @Option(names = "--containers")
    private boolean containers;

    @Override
    public Integer call() {
        if (containers) {
            new ComposeStack(ContainerEngine.find(System.getenv()), Distribution.find().root())
                    .down();
            return 0;
        }
        Path home = StackSettings.of(System.getenv()).home();
        System.out.println(Messages.say(stop(home) ? "down.done" : "down.nothing", home));
        return 0;
    }

    /** Whether there was anything to stop. */
    static boolean stop(Path home) {
        StackFile file = new StackFile(home);
        boolean running = HomeLock.isTaken(home);
        if (running) {
            Optional<ProcessHandle> supervisor =
                    file.read().map(StackFile.Content::supervisor).flatMap(ProcessHandle::of);
            supervisor.ifPresent(DownCommand::end);
        }
        try (HomeLock _ =
                HomeLock.take(home).orElseThrow(() -> new Problem("down.still-there", home))) {
            return !file.endLeftovers().isEmpty() || running;
        }
    }

    private static void end(ProcessHandle supervisor) {
        supervisor.destroy();
        try {
            supervisor.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            supervisor.destroyForcibly();
            supervisor.onExit().join();
        } catch (ExecutionException e) {
            throw new Problem(e, "unexpected", e.getCause());
        } catch (InterruptedException e) {
            throw Problem.interrupted(e, "process.interrupted", "relais");
        }
    }
}
