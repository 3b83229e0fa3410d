package relais.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of what the platform stored and answered, which a change of its inside leaves as they are.
 * With {@code -Dgolden.write=true} they are written anew instead: their difference then stands in
 * the commit that meant it.
 */
final class GoldenFiles {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    /** What this run has in their place. */
    private static final Path NOW = Path.of("target/golden");

    private GoldenFiles() {}

    /** Lines that are neither empty nor a comment. */
    static List<String> lines(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve(name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    static void hold(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        Path now = NOW.resolve(name);
        Files.createDirectories(now.getParent());
        Files.writeString(now, text);
        // Says which lines differ, and not both texts.
        assertThat(now).hasSameTextualContentAs(file);
    }
}
