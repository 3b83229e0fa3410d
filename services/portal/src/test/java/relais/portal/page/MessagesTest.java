package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9.-]*)[}(]");

    @Test
    void whatIsSaidInFrenchIsSaidInEnglish() throws IOException {
        for (Path french : files("messages", "^[a-z]+\\.properties$")) {
            Path english =
                    french.resolveSibling(
                            french.getFileName()
                                    .toString()
                                    .replace(".properties", "_en.properties"));

            assertThat(keys(english)).as("%s", english).isEqualTo(keys(french));
        }
    }

    @Test
    void everyKeyOfATemplateHasWords() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files("messages", "^[a-z]+\\.properties$")) {
            known.addAll(keys(file));
        }
        Set<String> used = new TreeSet<>();
        for (Path template : files("templates", ".*\\.html$")) {
            Matcher matcher = KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }

        assertThat(used).isNotEmpty();
        assertThat(known).containsAll(used);
    }

    private static List<Path> files(String folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            List<Path> found =
                    files.filter(file -> file.getFileName().toString().matches(name)).toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
