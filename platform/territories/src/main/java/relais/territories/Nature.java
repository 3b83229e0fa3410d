package relais.territories;

/**
 * What a territory is within its scheme. The order is that of the packed data (see {@code
 * make-territories}).
 */
public enum Nature {
    /** A country or an académie: nothing more to tell. */
    PLAIN,
    /** A commune of the vintage. */
    COMMUNE,
    /** A former commune that lives on as a part of a commune nouvelle. */
    COMMUNE_DELEGUEE,
    /** A former commune that lives on as a part of another (law of 1971). */
    COMMUNE_ASSOCIEE,
    /** A former commune of which only the code lives on. */
    FORMER_COMMUNE,
    /** A part of Paris, Lyon or Marseille; not a commune, but with a commune's kind of code. */
    MUNICIPAL_ARRONDISSEMENT,
    /** Communauté de communes. */
    CC,
    /** Communauté d'agglomération. */
    CA,
    /** Communauté urbaine. */
    CU,
    /** Métropole. */
    METROPOLE,
    /** The Métropole de Lyon, which also has the powers of a département. */
    METROPOLE_DE_LYON,
    /** Établissement public territorial, inside the Métropole du Grand Paris. */
    EPT,
    /** A département or région of metropolitan France. */
    METROPOLITAN,
    /** An overseas département or région. */
    OVERSEAS,
    /** An overseas collectivity, listed both as département and as région. */
    OVERSEAS_COLLECTIVITY;

    private static final Nature[] BY_NUMBER = values();

    static Nature numbered(int number) {
        return BY_NUMBER[number];
    }
}
