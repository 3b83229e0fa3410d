package relais.partners.domain;

import org.jspecify.annotations.Nullable;

/** A line that accompanies a fact, such as the reason of a suspension: 1 to 500 characters. */
public record Note(String value) {
    public static final int MAX_LENGTH = 500;

    /**
     * @throws IllegalArgumentException if {@link #accepts} says no
     */
    public Note {
        if (!accepts(value)) {
            throw new IllegalArgumentException("Not a note of 1 to 500 characters on one line");
        }
    }

    public static boolean accepts(@Nullable String raw) {
        return Line.holds(raw, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
