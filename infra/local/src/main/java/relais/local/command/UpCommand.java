package relais.local.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import relais.local.HomeLock;
import relais.local.ServiceImages;
import relais.local.StackFile;
import relais.local.StackSettings;
import relais.local.Supervisor;
import relais.local.backbone.Distribution;
import relais.local.image.ComposeStack;
import relais.local.image.ContainerEngine;
import relais.local.image.ImageBuild;
import relais.local.message.Messages;
import relais.local.message.Problem;

/** Starts the stack and stays with it; or leaves it running in the background. */
@Command(name = "up")
final class UpCommand implements Callable<Integer> {

    @Option(names = {"-d", "--detach"})
    private boolean detach;

    /** In containers, as docker-compose.yml has them, instead of processes. */
    @Option(names = "--containers")
    private boolean containers;

    @Override
    public Integer call() {
        if (containers) {
            return inContainers();
        }
        StackSettings settings = StackSettings.of(System.getenv());
        if (detach) {
            if (HomeLock.isTaken(settings.home())) {
                return alreadyRunning(settings);
            }
            return new Background(settings.home(), settings.home().resolve("logs/relais.log"))
                    .start();
        }
        Optional<HomeLock> lock = HomeLock.take(settings.home());
        return lock.map(held -> supervise(settings, held))
                .orElseGet(() -> alreadyRunning(settings));
    }

    private static int inContainers() {
        Distribution distribution = Distribution.find();
        ContainerEngine engine = ContainerEngine.find(System.getenv());
        ComposeStack stack = new ComposeStack(engine, distribution.root());
        ComposeStack.ComposeSettings settings = stack.settings();
        ServiceImages images = new ServiceImages(distribution);
        if (settings.images().equals(ImagesCommand.PREFIX)) {
            var build =
                    new ImageBuild(
                            engine,
                            distribution.root(),
                            ImagesCommand.BASE,
                            settings.images(),
                            settings.version());
            if (!images.areThere(build)) {
                ImagesCommand.build(images, build, List.of(), true);
            }
        }
        stack.up();
        System.out.print(
                Messages.say("containers.welcome", settings.portal(), settings.keycloak()));
        return 0;
    }

    private static int alreadyRunning(StackSettings settings) {
        Long pid =
                new StackFile(settings.home()).read().map(StackFile.Content::supervisor).orElse(0L);
        System.out.println(Messages.say("up.already", pid, settings.home()));
        System.out.println(Messages.say("up.already.addresses"));
        System.out.print(new Addresses(settings).text());
        return 0;
    }

    private static int supervise(StackSettings settings, HomeLock lock) {
        long begin = System.nanoTime();
        Supervisor supervisor = new Supervisor(settings, line -> System.out.println("  " + line));
        AtomicBoolean asked = new AtomicBoolean();
        Thread stopping =
                new Thread(
                        () -> {
                            asked.set(true);
                            if (!supervisor.hasStarted()) {
                                return;
                            }
                            System.out.println(Messages.say("up.stopping"));
                            supervisor.stop();
                            System.out.println(Messages.say("up.stopped"));
                        },
                        "relais-stop");
        Runtime.getRuntime().addShutdownHook(stopping);
        try (lock) {
            System.out.println(Messages.say("up.starting", settings.home()));
            System.out.println("  " + settings.mongo().text());
            supervisor.start();
            System.out.println(
                    Messages.say("up.ready", "%.1f".formatted((System.nanoTime() - begin) / 1e9)));
            System.out.print(new Addresses(settings).welcome());
            ContainerEngine.ifPresent(System.getenv())
                    .ifPresent(
                            engine ->
                                    System.out.println(
                                            Messages.say("up.containers", engine.name())));
            // With --detach, another process shows what was said until then, and ends.
            supervisor.announce();
            System.err.println(supervisor.awaitEnd().getMessage());
            return 1;
        } catch (Problem e) {
            // Somebody who pressed Ctrl-C while it started knows why it did not.
            if (!asked.get()) {
                System.err.println(e.getMessage());
            }
            return 1;
        }
    }
}
