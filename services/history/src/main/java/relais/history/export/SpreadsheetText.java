package relais.history.export;

import org.jspecify.annotations.Nullable;

/**
 * A text as a cell of a CSV file. A spreadsheet takes a cell that begins with {@code =}, {@code +},
 * {@code -}, {@code @}, a tab or a carriage return for a formula and computes it; an apostrophe
 * before it makes it a text again (OWASP, CSV injection). NDJSON, Avro and Parquet hold the text
 * itself.
 */
public final class SpreadsheetText {

    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r";

    private SpreadsheetText() {}

    public static @Nullable String of(@Nullable String text) {
        return text == null || text.isEmpty() || FORMULA_BEGINS_WITH.indexOf(text.charAt(0)) < 0
                ? text
                : "'" + text;
    }
}
