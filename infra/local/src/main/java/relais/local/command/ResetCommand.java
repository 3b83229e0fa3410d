package relais.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import relais.local.StackSettings;
import relais.local.message.Messages;
import relais.local.message.Problem;

/** Stops the stack and removes its data and logs, after asking. */
@Command(name = "reset")
final class ResetCommand implements Callable<Integer> {

    @Option(names = {"-y", "--yes"})
    private boolean yes;

    @Override
    public Integer call() {
        Path home = StackSettings.of(System.getenv()).home();
        if (!yes && !Launcher.agreed(Messages.say("reset.question", home) + " ")) {
            System.out.println(Messages.say("reset.kept"));
            return 1;
        }
        DownCommand.stop(home);
        // Only what this program made: RELAIS_HOME may be a folder with other things in it.
        for (String made : List.of("data", "identity", "logs", "run", "secrets")) {
            delete(home.resolve(made));
        }
        System.out.println(Messages.say("reset.done", home));
        return 0;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Problem.unwritable(folder, e);
        }
    }
}
