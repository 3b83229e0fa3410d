package relais.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One header of a record as {@code docs/headers.md} describes it.
 *
 * @param always whether every record has it
 * @param meaning in Markdown
 */
record LogHeader(String name, boolean always, String meaning) {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(ce_[a-z]+)` \\| (yes|no) \\| (.+) \\|$", Pattern.MULTILINE);

    /** Those of the page's table, in its order. */
    static List<LogHeader> ofPage(Path page) {
        try {
            Matcher rows = ROW.matcher(Files.readString(page));
            return rows.results()
                    .map(
                            row ->
                                    new LogHeader(
                                            row.group(1), row.group(2).equals("yes"), row.group(3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
