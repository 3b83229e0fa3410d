package relais.aggregates;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a text may look like. Lengths count characters as a reader sees them (code points).
 *
 * @param lines whether line breaks are welcome
 */
public record TextRule(int maxLength, boolean lines) {

    public static TextRule line(int maxLength) {
        return new TextRule(maxLength, false);
    }

    public static TextRule text(int maxLength) {
        return new TextRule(maxLength, true);
    }

    /** In code points; nothing where there is no text. */
    public static int length(@Nullable String text) {
        return text == null ? 0 : text.codePointCount(0, text.length());
    }

    public Stream<Refusal> check(String field, @Nullable String text) {
        if (text == null) {
            return Stream.empty();
        }
        if (length(text) > maxLength) {
            return Stream.of(Refusal.invalid(field, "too-long", maxLength));
        }
        if (!lines && text.codePoints().anyMatch(TextRule::breaksLine)) {
            return Stream.of(Refusal.invalid(field, "one-line"));
        }
        if (text.codePoints().anyMatch(TextRule::unprintable)) {
            return Stream.of(Refusal.invalid(field, "unprintable"));
        }
        return Stream.empty();
    }

    public Stream<Refusal> required(String field, @Nullable String text) {
        return text == null || !isVisible(text)
                ? Stream.of(Refusal.invalid(field, "required"))
                : check(field, text);
    }

    private static boolean breaksLine(int c) {
        return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
    }

    /** Whether a reader sees anything of it: blanks of all kinds and joiners alone are nothing. */
    public static boolean isVisible(String text) {
        return !text.codePoints()
                .allMatch(
                        c ->
                                Character.isWhitespace(c)
                                        || Character.isSpaceChar(c)
                                        || Character.getType(c) == Character.FORMAT);
    }

    /**
     * Control characters; halves of a pair, which no encoding can carry; and what turns the
     * direction of the text that follows, so that it reads otherwise than it is.
     */
    private static boolean unprintable(int c) {
        boolean layout = c == '\n' || c == '\r' || c == '\t';
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !layout
                && (turns
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE);
    }
}
