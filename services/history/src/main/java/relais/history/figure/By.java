package relais.history.figure;

import java.util.Locale;

/** By what figures are broken down. One unit may be in several groups, or in none. */
public enum By {
    REGION,
    DEPARTEMENT,
    ACADEMIE,
    EPCI,
    AXIS,
    LEVEL,
    KIND,
    PARTNER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As in queries and answers. */
    public String code() {
        return code;
    }

    public boolean isTerritorial() {
        return this == REGION || this == DEPARTEMENT || this == ACADEMIE || this == EPCI;
    }
}
