package relais.local.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import relais.local.StackSettings;
import relais.local.message.Problem;

/** Shows the end of a part's log, and what comes after it if asked. */
@Command(name = "logs")
final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "<name>")
    private String name = "";

    @Option(names = {"-f", "--follow"})
    private boolean follow;

    @Option(names = {"-n", "--lines"})
    private int lines = 100;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path logs = StackSettings.of(System.getenv()).home().resolve("logs");
        List<String> names = names(logs);
        if (!names.contains(name)) {
            throw new Problem("logs.unknown", name, String.join(", ", names));
        }
        String count = Integer.toString(lines);
        Path log = logs.resolve(name + ".log");
        // tail knows files that grow, are cut or replaced.
        List<String> command =
                follow
                        ? List.of("tail", "-n", count, "-F", log.toString())
                        : List.of("tail", "-n", count, log.toString());
        Process tail = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(tail::destroy, "tail-end"));
        return tail.waitFor();
    }

    private static List<String> names(Path logs) throws IOException {
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(logs)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".log"))
                    .map(file -> file.substring(0, file.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
    }
}
