package relais.local.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps Ctrl-C for the supervisor alone, so that children stop in order and not all at once. */
final class Sessions {

    private static final boolean SETSID = onPath("setsid");

    private Sessions() {}

    /**
     * The words before a command that give it a session of its own; none where the system has no
     * {@code setsid}.
     */
    static List<String> detached() {
        return SETSID ? List.of("setsid") : List.of();
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }
}
