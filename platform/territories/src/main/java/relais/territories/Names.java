package relais.territories;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A column of names as one array of bytes: 39,000 strings would take five times as much memory. */
final class Names {

    private final byte[] utf8;
    private final int[] ends;

    Names(byte[] utf8, int[] ends) {
        this.utf8 = utf8;
        this.ends = ends;
    }

    String get(int row) {
        int start = row == 0 ? 0 : ends[row - 1];
        return new String(utf8, start, ends[row] - start, UTF_8);
    }
}
