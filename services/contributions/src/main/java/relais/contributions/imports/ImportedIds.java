package relais.contributions.imports;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import relais.web.Sha256;

/**
 * Ids that follow from the archive itself, so that rows sent twice name the same things, and a row
 * may name what an earlier one created without asking anyone.
 */
final class ImportedIds {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,60}");
    private static final int HEX_DIGITS = 24;

    private ImportedIds() {}

    /** Whether an operator may call something so. */
    public static boolean isName(String ref) {
        return NAME.matcher(ref).matches();
    }

    /**
     * @param prefix of the kind of thing, such as {@code c-}
     * @param ref the archive's own name of it
     */
    public static String of(String prefix, String ref) {
        return prefix + digest(ref);
    }

    /** What makes a row the same row: all that it says. */
    static String row(String content) {
        return digest(content);
    }

    private static String digest(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8)).substring(0, HEX_DIGITS);
    }
}
