package relais.partners.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of a legal entity in the Sirene register of INSEE: nine digits, the last one a Luhn
 * key.
 */
public record Siren(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{9}");

    /**
     * @throws IllegalArgumentException if {@link #accepts} says no
     */
    public Siren {
        if (!accepts(value)) {
            throw new IllegalArgumentException("Not a SIREN: " + value);
        }
    }

    public static boolean accepts(@Nullable String raw) {
        return raw != null && SHAPE.matcher(raw).matches() && Luhn.holds(raw);
    }

    @Override
    public String toString() {
        return value;
    }
}
