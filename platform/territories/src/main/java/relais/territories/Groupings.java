package relais.territories;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The EPCI and EPT, in columns, by ascending SIREN.
 *
 * <p>A grouping may span several départements and régions: it belongs to each one that it touches.
 */
final class Groupings {

    private static final int CODE_LENGTH = 9;

    private final int[] sirens;
    private final Names names;
    private final byte[] natures;
    private final short[] wholes;
    private final BitSet[] departements;
    private final int[] populations;

    Groupings(PackedReader packed) {
        int rows = packed.number();
        sirens = packed.ascending(rows);
        names = packed.names(rows);
        natures = packed.bytes(rows);
        wholes = packed.shorts(rows);
        departements = new BitSet[rows];
        Arrays.setAll(departements, row -> new BitSet());
        populations = new int[rows];
    }

    /** Called once per member commune while loading. */
    void addMember(int row, int departement, int population) {
        departements[row].set(departement);
        populations[row] += population;
    }

    int size() {
        return sirens.length;
    }

    /** The row of that SIREN, or -1. */
    int row(String code) {
        boolean digits = code.length() == CODE_LENGTH && code.chars().allMatch(Character::isDigit);
        return digits ? Math.max(-1, Arrays.binarySearch(sirens, Integer.parseInt(code))) : -1;
    }

    /**
     * The row of the grouping around this one (the Métropole du Grand Paris around an EPT), or -1.
     */
    int whole(int row) {
        return wholes[row] - 1;
    }

    /** The rows of the départements that its member communes are in. */
    BitSet departements(int row) {
        return departements[row];
    }

    String name(int row) {
        return names.get(row);
    }

    TerritoryId id(int row) {
        return TerritoryId.of(Scheme.EPCI, String.valueOf(sirens[row]));
    }

    Territory territory(int row) {
        return new Territory(
                id(row),
                name(row),
                Scheme.EPCI,
                Nature.numbered(natures[row]),
                null,
                null,
                populations[row],
                String.valueOf(sirens[row]));
    }
}
