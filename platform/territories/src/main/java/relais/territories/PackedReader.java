package relais.territories;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads the columns written by {@code make-territories}, one after the other. */
final class PackedReader {

    private static final String MAGIC = "RELAIS-TERRITORIES-2";

    private final byte[] data;
    private int at;

    private PackedReader(byte[] data) {
        this.data = data;
        String magic = new String(data, 0, Math.min(MAGIC.length(), data.length), UTF_8);
        if (!magic.equals(MAGIC)) {
            throw new IllegalStateException(
                    "The packed territories begin with '" + magic + "', not with " + MAGIC);
        }
        at = MAGIC.length();
    }

    /** Unpacks the whole stream. */
    static PackedReader of(InputStream compressed) throws IOException {
        try (var unpacked = new GZIPInputStream(compressed, 1 << 16)) {
            return new PackedReader(unpacked.readAllBytes());
        }
    }

    /** Whether everything was read: anything left means that writer and reader disagree. */
    boolean isAtEnd() {
        return at == data.length;
    }

    int number() {
        int value = 0;
        int shift = 0;
        byte read;
        do {
            read = data[at++];
            value |= (read & 0x7f) << shift;
            shift += 7;
        } while (read < 0);
        return value;
    }

    String text() {
        int length = number();
        at += length;
        return new String(data, at - length, length, UTF_8);
    }

    String[] texts(int rows) {
        var column = new String[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = text();
        }
        return column;
    }

    int[] numbers(int rows) {
        var column = new int[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = number();
        }
        return column;
    }

    short[] shorts(int rows) {
        var column = new short[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = (short) number();
        }
        return column;
    }

    byte[] bytes(int rows) {
        var column = new byte[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = (byte) number();
        }
        return column;
    }

    /** A sorted column, stored as differences. */
    int[] ascending(int rows) {
        int[] column = numbers(rows);
        for (int row = 1; row < rows; row++) {
            column[row] += column[row - 1];
        }
        return column;
    }

    Names names(int rows) {
        var ends = new int[rows];
        int length = 0;
        for (int row = 0; row < rows; row++) {
            length += number();
            ends[row] = length;
        }
        var bytes = new byte[length];
        System.arraycopy(data, at, bytes, 0, length);
        at += length;
        return new Names(bytes, ends);
    }
}
