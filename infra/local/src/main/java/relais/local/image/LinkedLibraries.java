package relais.local.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import relais.local.process.Program;
import relais.local.process.Wait;

/**
 * Libraries of this machine that a Java runtime is linked with. Many builds of the JDK take those
 * for pictures from the system, and the base of an image need not have them; the virtual machine
 * asks for them only when the first picture comes.
 */
record LinkedLibraries(Path runtime) {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private static final Pattern FOUND = Pattern.compile("\\s*(\\S+) => (/\\S+) \\(0x[0-9a-f]+\\)");

    /** Those of glibc are the base's own: its loader takes no others. */
    private static final Pattern OF_GLIBC =
            Pattern.compile("lib(c|m|dl|pthread|rt|resolv|util)\\.so\\.\\d+");

    /** Puts them beside the runtime's own, which look there first. */
    void copy(Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("ldd"));
        Path lib = runtime.resolve("lib");
        try (var files = Files.newDirectoryStream(lib, "*.so")) {
            files.forEach(file -> command.add(file.toAbsolutePath().toString()));
        }
        Files.deleteIfExists(log);
        Wait.untilSucceeded(new Program("ldd", command, Map.of(), lib), log, LIMIT);
        for (var library : ofTheSystem(Files.readAllLines(log)).entrySet()) {
            Files.copy(library.getValue(), lib.resolve(library.getKey()));
        }
    }

    /**
     * By the name that is linked, where each lies.
     *
     * @param said what {@code ldd} said of the runtime's libraries
     */
    Map<String, Path> ofTheSystem(List<String> said) {
        Map<String, Path> found = new LinkedHashMap<>();
        for (String line : said) {
            Matcher library = FOUND.matcher(line);
            if (library.matches() && !OF_GLIBC.matcher(library.group(1)).matches()) {
                Path file = Path.of(library.group(2));
                if (!file.startsWith(runtime.toAbsolutePath())) {
                    found.put(library.group(1), file);
                }
            }
        }
        return found;
    }
}
