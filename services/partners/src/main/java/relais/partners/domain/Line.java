package relais.partners.domain;

import org.jspecify.annotations.Nullable;

/**
 * One line of text that a person can read: something to see, nothing but itself at its ends, no
 * control characters, no halves of a pair (which no encoding can carry), nothing that turns the
 * direction of what follows. Lengths count characters as a reader sees them (code points).
 */
final class Line {
    private Line() {}

    static boolean holds(@Nullable String raw, int maxLength) {
        return raw != null
                && isVisible(raw)
                && raw.codePointCount(0, raw.length()) <= maxLength
                && raw.equals(raw.strip())
                && raw.codePoints().noneMatch(Line::unprintable);
    }

    /** Whether a reader sees anything of it: blanks of all kinds and joiners alone are nothing. */
    private static boolean isVisible(String text) {
        return !text.codePoints()
                .allMatch(
                        c ->
                                Character.isWhitespace(c)
                                        || Character.isSpaceChar(c)
                                        || Character.getType(c) == Character.FORMAT);
    }

    private static boolean unprintable(int c) {
        boolean breaks = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return breaks || turns || Character.getType(c) == Character.SURROGATE;
    }
}
