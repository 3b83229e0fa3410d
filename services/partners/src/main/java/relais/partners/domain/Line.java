package relais.partners.domain;

import org.jspecify.annotations.Nullable;

/**
 * One line of text that a person can read: no control characters, nothing but itself at its ends.
 */
final class Line {
    private Line() {}

    static boolean holds(@Nullable String raw, int maxLength) {
        return raw != null
                && !raw.isBlank()
                && raw.length() <= maxLength
                && raw.equals(raw.strip())
                && raw.codePoints().noneMatch(Character::isISOControl);
    }
}
