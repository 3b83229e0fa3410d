package relais.teststack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One header of a record as {@code docs/headers.md} describes it.
 *
 * @param always whether every record has it
 * @param meaning in Markdown
 */
record LogHeader(String name, boolean always, String meaning) {

    private static final String NAMES = "`[a-z_]+`(?:, `[a-z_]+`)*";
    private static final Pattern ROW =
            Pattern.compile("^\\| (" + NAMES + ") \\| (yes|no) \\| (.+) \\|$", Pattern.MULTILINE);

    /** Those of the page's table, in its order. */
    static List<LogHeader> ofPage(Path page) {
        try {
            return ROW.matcher(Files.readString(page)).results().flatMap(LogHeader::ofRow).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row may be of several that mean the same. */
    private static Stream<LogHeader> ofRow(MatchResult row) {
        return Stream.of(row.group(1).split(", "))
                .map(name -> name.replace("`", ""))
                .map(name -> new LogHeader(name, row.group(2).equals("yes"), row.group(3)));
    }
}
