package relais.local.command;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import relais.local.HomeLock;
import relais.local.PartState;
import relais.local.StackFile;
import relais.local.StackSettings;
import relais.local.message.Messages;

/** Prints one line for each process. Exit code 0 if all of them are ready, 1 otherwise. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private static final DateTimeFormatter SINCE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final String ROW = "%-13s %-12s %6s %9s %8s  %s%n";

    @Override
    public Integer call() {
        StackSettings settings = StackSettings.of(System.getenv());
        Optional<StackFile.Content> content = new StackFile(settings.home()).read();
        boolean supervised = HomeLock.isTaken(settings.home());
        List<StackFile.Line> lines = content.map(StackFile.Content::lines).orElse(List.of());
        if (!supervised && lines.stream().noneMatch(StackFile.Line::isAlive)) {
            System.out.println(Messages.say("status.none", settings.home()));
            return 1;
        }
        System.out.printf(
                ROW,
                Messages.say("status.process"),
                Messages.say("status.state"),
                "port",
                Messages.say("status.memory"),
                Messages.say("status.restarts"),
                Messages.say("status.since"));
        long total = 0;
        for (StackFile.Line line : lines) {
            long memory = line.isAlive() ? ProcessMemory.megabytes(line.pid()) : 0;
            total += memory;
            System.out.printf(
                    ROW,
                    line.name(),
                    state(line, supervised),
                    line.port(),
                    line.isAlive() ? Messages.say("status.megabytes", memory) : "-",
                    line.restarts(),
                    line.isAlive() ? SINCE.format(line.since()) : "-");
        }
        long launcher = content.map(StackFile.Content::supervisor).orElse(0L);
        if (supervised) {
            total += ProcessMemory.megabytes(launcher);
        }
        System.out.println(Messages.say("status.total", total, launcher));
        boolean allReady =
                supervised
                        && lines.stream()
                                .allMatch(
                                        line -> line.isAlive() && line.state() == PartState.READY);
        return allReady ? 0 : 1;
    }

    private static String state(StackFile.Line line, boolean supervised) {
        if (!line.isAlive()) {
            return Messages.say(
                    line.state() == PartState.STOPPED ? "status.STOPPED" : "status.DEAD");
        }
        return Messages.say(supervised ? "status." + line.state() : "status.orphan");
    }
}
