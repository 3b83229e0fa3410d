package relais.territories;

import java.util.Optional;

/**
 * Names a territory: {@code commune:45203}, {@code epci:243500139}, {@code academie:18}, {@code
 * pays:FR}.
 *
 * <p>Well-formed does not mean that the territory exists: ask {@link Territories#find}.
 *
 * @param scheme the code of a {@link Scheme}
 * @param code 1 to 9 digits or capital letters; always text, since {@code 01} is not {@code 1}
 */
public record TerritoryId(String scheme, String code) {

    /** France. */
    public static final TerritoryId FRANCE = new TerritoryId("pays", "FR");

    private static final int LONGEST_CODE = 9;

    /**
     * @throws IllegalArgumentException if the scheme is not one of {@link Scheme} or the code is
     *     malformed
     */
    public TerritoryId {
        if (!isWellFormed(scheme, code)) {
            throw new IllegalArgumentException(
                    "Not a territory, such as commune:45203: '" + scheme + ":" + code + "'");
        }
    }

    static TerritoryId of(Scheme scheme, String code) {
        return new TerritoryId(scheme.code(), code);
    }

    /**
     * Reads {@code scheme:code}.
     *
     * @throws IllegalArgumentException if it is malformed; for what a person typed, prefer {@link
     *     #read}
     */
    public static TerritoryId parse(String text) {
        return read(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "Not a territory, such as commune:45203: '" + text + "'"));
    }

    /** Reads {@code scheme:code}; empty if it is malformed. */
    public static Optional<TerritoryId> read(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String scheme = text.substring(0, colon);
        String code = text.substring(colon + 1);
        return isWellFormed(scheme, code)
                ? Optional.of(new TerritoryId(scheme, code))
                : Optional.empty();
    }

    /** What kind of code this is. */
    public Scheme kind() {
        return Scheme.of(scheme).orElseThrow();
    }

    /** {@code scheme:code}. */
    @Override
    public String toString() {
        return scheme + ":" + code;
    }

    private static boolean isWellFormed(String scheme, String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && code.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'))
                && Scheme.of(scheme).isPresent();
    }
}
