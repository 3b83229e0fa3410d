package relais.territories;

import java.util.Locale;
import java.util.Optional;

/** The kind of code by which a territory is named. */
public enum Scheme {
    /** INSEE code of a commune, of a former one, or of a municipal arrondissement: 5 characters. */
    COMMUNE,
    /** SIREN of an EPCI with its own taxation, or of an EPT of Grand Paris: 9 digits. */
    EPCI,
    /** INSEE code of a département, or of an overseas collectivity: 2 or 3 characters. */
    DEPARTEMENT,
    /** INSEE code of a région, present or of before 2016, or of an overseas collectivity. */
    REGION,
    /** National code of an académie: 2 digits. */
    ACADEMIE,
    /** The country: {@code FR}. */
    PAYS;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The word before the colon of a territory id, such as {@code departement}. */
    public String code() {
        return code;
    }

    /** The scheme of that code; empty if there is none. */
    public static Optional<Scheme> of(String code) {
        for (Scheme scheme : values()) {
            if (scheme.code.equals(code)) {
                return Optional.of(scheme);
            }
        }
        return Optional.empty();
    }
}
