package relais.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Starts a child that would outlive it, writes the child's process id to a file, and waits to be
 * killed.
 */
final class ParentOfSleeper {

    private ParentOfSleeper() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Path folder = file.resolveSibling("work");
        Files.createDirectories(folder);
        ChildProcess child =
                ChildProcess.start(
                        new Program("sleeper", List.of("sleep", "600"), Map.of(), folder),
                        folder.resolve("sleeper.log"));
        Files.writeString(file, Long.toString(child.pid()));
        System.exit(child.onExit().join());
    }
}
