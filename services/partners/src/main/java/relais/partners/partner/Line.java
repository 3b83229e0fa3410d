package relais.partners.partner;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;

/**
 * One line of text that a person can read: something to see, nothing but itself at its ends, no
 * control characters, no halves of a pair (which no encoding can carry), nothing that turns the
 * direction of what follows. Lengths count characters as a reader sees them (code points). A blank
 * field is an absent one: that is what an empty input of a form sends.
 */
final class Line {

    private static final int MAX_NOTE = 500;

    private Line() {}

    static @Nullable String given(@Nullable String raw) {
        return raw == null || raw.isBlank() ? null : raw;
    }

    static Stream<Refusal> required(String field, @Nullable String raw, int maxLength) {
        return given(raw) == null
                ? Stream.of(Refusal.malformed(field, "required"))
                : check(field, raw, maxLength);
    }

    static Stream<Refusal> requiredNote(String field, @Nullable String raw) {
        return required(field, raw, MAX_NOTE);
    }

    /** A line that accompanies a fact, such as the reason of a departure. */
    static Stream<Refusal> note(String field, @Nullable String raw) {
        return check(field, raw, MAX_NOTE);
    }

    private static Stream<Refusal> check(String field, @Nullable String raw, int maxLength) {
        return Refusal.when(
                given(raw) != null && !holds(raw, maxLength),
                Refusal.malformed(field, "one-line", maxLength));
    }

    static boolean holds(@Nullable String raw, int maxLength) {
        return raw != null
                && TextRule.isVisible(raw)
                && TextRule.length(raw) <= maxLength
                && raw.equals(raw.strip())
                && raw.codePoints().noneMatch(Line::unprintable);
    }

    private static boolean unprintable(int c) {
        boolean breaks = Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
        boolean turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return breaks || turns || Character.getType(c) == Character.SURROGATE;
    }
}
