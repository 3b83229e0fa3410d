package relais.partners.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number of an establishment in the Sirene register of INSEE: the SIREN of its legal entity and
 * five digits, the last one a Luhn key. La Poste had more establishments than Luhn keys: all of
 * them but its head office follow a rule of their own, the sum of the digits is a multiple of 5.
 */
public record Siret(String value) {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{14}");
    private static final String LA_POSTE = "356000000";
    private static final String LA_POSTE_HEAD_OFFICE = "35600000000048";

    /**
     * @throws IllegalArgumentException if {@link #accepts} says no
     */
    public Siret {
        if (!accepts(value)) {
            throw new IllegalArgumentException("Not a SIRET: " + value);
        }
    }

    public static boolean accepts(@Nullable String raw) {
        return raw != null
                && SHAPE.matcher(raw).matches()
                && Siren.accepts(raw.substring(0, 9))
                && keyHolds(raw);
    }

    public Siren siren() {
        return new Siren(value.substring(0, 9));
    }

    private static boolean keyHolds(String digits) {
        boolean ofLaPoste = digits.startsWith(LA_POSTE) && !digits.equals(LA_POSTE_HEAD_OFFICE);
        return ofLaPoste
                ? digits.chars().map(digit -> digit - '0').sum() % 5 == 0
                : Luhn.holds(digits);
    }

    @Override
    public String toString() {
        return value;
    }
}
