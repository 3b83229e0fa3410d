package relais.partners.domain;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What sort of organisation a partner is, and on which kinds of territory such an organisation
 * sits.
 */
public enum PartnerKind {
    MINISTRY,
    NATIONAL_ASSOCIATION,
    PUBLIC_BANK,
    COMMUNE,
    EPCI,
    DEPARTEMENT,
    REGION,
    ACADEMIE,
    SCHOOL_NETWORK,
    OTHER;

    boolean sitsOn(HomeTerritory territory) {
        String scheme = territory.scheme();
        return switch (this) {
            case MINISTRY, NATIONAL_ASSOCIATION, PUBLIC_BANK -> scheme.equals("pays");
            case COMMUNE -> scheme.equals("commune");
            case EPCI -> scheme.equals("epci");
            case DEPARTEMENT -> scheme.equals("departement");
            case REGION -> scheme.equals("region");
            case ACADEMIE -> scheme.equals("academie");
            case SCHOOL_NETWORK -> !scheme.equals("pays");
            case OTHER -> true;
        };
    }

    public static Optional<PartnerKind> named(@Nullable String raw) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(raw)).findFirst();
    }
}
