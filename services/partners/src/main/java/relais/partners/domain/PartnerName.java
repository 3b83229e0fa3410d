package relais.partners.domain;

import org.jspecify.annotations.Nullable;

/** The name of an organisation: one line of 1 to 200 characters, without blanks around it. */
public record PartnerName(String value) {
    public static final int MAX_LENGTH = 200;

    /**
     * @throws IllegalArgumentException if {@link #accepts} says no
     */
    public PartnerName {
        if (!accepts(value)) {
            throw new IllegalArgumentException("Not a partner's name: " + value);
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
