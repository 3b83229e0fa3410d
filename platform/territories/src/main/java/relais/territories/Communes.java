package relais.territories;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The communes, former communes and municipal arrondissements, in columns, by ascending code.
 *
 * <p>A row that {@linkplain #whole is part of} a commune has that commune's EPCI and département.
 */
final class Communes {

    private static final int CODE_LENGTH = 5;
    private static final int CODE_RADIX = 36;

    private final int[] keys;
    private final Names names;
    private final byte[] natures;
    private final byte[] departements;
    private final short[] epcis;
    private final short[] epts;
    private final int[] wholes;
    private final short[] untilYears;
    private final int[] populations;
    private final int[] sirens;

    Communes(PackedReader packed) {
        int rows = packed.number();
        keys = packed.ascending(rows);
        names = packed.names(rows);
        natures = packed.bytes(rows);
        departements = packed.bytes(rows);
        epcis = packed.shorts(rows);
        epts = packed.shorts(rows);
        wholes = packed.numbers(rows);
        untilYears = packed.shorts(rows);
        populations = packed.numbers(rows);
        sirens = packed.numbers(rows);
    }

    int size() {
        return keys.length;
    }

    /** The row of that INSEE code, or -1. */
    int row(String code) {
        if (code.length() != CODE_LENGTH) {
            return -1;
        }
        return Math.max(-1, Arrays.binarySearch(keys, Integer.parseInt(code, CODE_RADIX)));
    }

    String name(int row) {
        return names.get(row);
    }

    Nature nature(int row) {
        return Nature.numbered(natures[row]);
    }

    int departement(int row) {
        return departements[row];
    }

    /** The row of the EPCI, or -1. */
    int epci(int row) {
        return epcis[row] - 1;
    }

    /** The row of the EPT among the groupings, or -1. */
    int ept(int row) {
        return epts[row] - 1;
    }

    /** The row of the commune that this former commune or arrondissement is a part of, or -1. */
    int whole(int row) {
        return wholes[row] - 1;
    }

    /** Inhabitants, or -1 if unknown. */
    int population(int row) {
        return populations[row] - 1;
    }

    @Nullable LocalDate validUntil(int row) {
        return untilYears[row] == 0 ? null : LocalDate.of(untilYears[row], 1, 1);
    }

    TerritoryId id(int row) {
        String digits = Integer.toString(keys[row], CODE_RADIX).toUpperCase(Locale.ROOT);
        return TerritoryId.of(Scheme.COMMUNE, "0".repeat(CODE_LENGTH - digits.length()) + digits);
    }

    Territory territory(int row) {
        return new Territory(
                id(row),
                name(row),
                Scheme.COMMUNE,
                nature(row),
                null,
                validUntil(row),
                populations[row] == 0 ? null : population(row),
                sirens[row] == 0 ? null : String.valueOf(sirens[row]));
    }

    /** The rows of the former communes that this one took over. */
    List<Integer> formerOnesOf(int row) {
        var found = new ArrayList<Integer>();
        for (int other = 0; other < wholes.length; other++) {
            if (wholes[other] - 1 == row && untilYears[other] != 0) {
                found.add(other);
            }
        }
        return found;
    }
}
