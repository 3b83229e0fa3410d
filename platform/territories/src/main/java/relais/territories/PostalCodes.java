package relais.territories;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The communes and municipal arrondissements of each postal code, in columns, by ascending code.
 * One code is often that of several communes, and a large commune has several codes; those of
 * businesses (CEDEX) are not among them.
 */
final class PostalCodes {

    private static final int LENGTH = 5;

    private final int[] codes;
    private final int[] ends;
    private final int[] communes;

    PostalCodes(PackedReader packed) {
        int rows = packed.number();
        codes = packed.ascending(rows);
        ends = packed.numbers(rows);
        Arrays.parallelPrefix(ends, Integer::sum);
        communes = packed.numbers(rows == 0 ? 0 : ends[rows - 1]);
    }

    /** The rows of the communes that have this code; none if it is no postal code. */
    IntStream communes(String code) {
        if (code.length() != LENGTH || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return IntStream.empty();
        }
        int row = Arrays.binarySearch(codes, Integer.parseInt(code));
        return row < 0
                ? IntStream.empty()
                : Arrays.stream(communes, row == 0 ? 0 : ends[row - 1], ends[row]);
    }
}
