package relais.history.figure;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** The groups that a unit is in, those of every vintage of the territories. */
    List<String> groups(Item item, Geography geography) {
        return switch (this) {
            case REGION, DEPARTEMENT, ACADEMIE, EPCI -> territories(item.territory(), geography);
            case AXIS -> item.axes();
            case LEVEL -> oneOrNone(item.level());
            case KIND -> List.of(item.life().kind().name());
            case PARTNER -> oneOrNone(item.partner());
        };
    }

    private List<String> territories(@Nullable String territory, Geography geography) {
        if (territory == null) {
            return List.of();
        }
        String prefix = code + ":";
        return geography.reach(territory).stream().filter(id -> id.startsWith(prefix)).toList();
    }

    private static List<String> oneOrNone(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
