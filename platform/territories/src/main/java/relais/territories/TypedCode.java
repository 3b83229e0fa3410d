package relais.territories;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number typed for a territory, as people know them from plates, addresses and forms: {@code 75},
 * {@code 2a}, {@code 13055}, {@code 25000}.
 */
final class TypedCode {

    private static final int COMMUNE = 5;

    private TypedCode() {}

    /**
     * The territory of that code and, of five digits, the département of such an address; they need
     * not exist.
     *
     * @return empty if it is no code
     */
    static List<TerritoryId> meant(String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        Optional<TerritoryId> whole = TerritoryId.read(typed.strip());
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        if (code.matches("\\d{9}")) {
            return List.of(TerritoryId.of(Scheme.EPCI, code));
        }
        if (!code.matches("\\d[\\dAB]|9[78]\\d|\\d[\\dAB]\\d{3}")) {
            return List.of();
        }
        return code.length() < COMMUNE
                ? List.of(TerritoryId.of(Scheme.DEPARTEMENT, code))
                : List.of(
                        TerritoryId.of(Scheme.COMMUNE, code),
                        TerritoryId.of(Scheme.DEPARTEMENT, ofAddress(code)));
    }

    /** The département of a postal code: its first digits, but in Corsica. */
    private static String ofAddress(String code) {
        if (code.startsWith("20")) {
            return code.compareTo("20200") < 0 ? "2A" : "2B";
        }
        return code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
    }
}
