package relais.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A fragment is selected by its name alone. Without a percent sign its selector stands for elements
 * of that name, too, and a page shows them beside the fragment.
 */
class FragmentsTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern SELECTED =
            Pattern.compile("~\\{([a-z-]+(?:/[a-z-]+)?) :: ([a-z][a-z0-9-]*)");

    @Test
    void noSelectorOfAFragmentMatchesAnElementOfItsFile() throws IOException {
        List<String> selected = new ArrayList<>();
        List<String> ambiguous = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
                Matcher matcher = SELECTED.matcher(Files.readString(file));
                while (matcher.find()) {
                    selected.add(matcher.group());
                    String of = Files.readString(TEMPLATES.resolve(matcher.group(1) + ".html"));
                    if (Pattern.compile("<" + matcher.group(2) + "[\\s>]").matcher(of).find()) {
                        ambiguous.add(TEMPLATES.relativize(file) + ": " + matcher.group());
                    }
                }
            }
        }

        assertThat(selected).hasSizeGreaterThan(100);
        assertThat(ambiguous).isEmpty();
    }
}
