package relais.feed.rebuild;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Of a set of texts, in whatever order they come: the sum of their SHA-256, modulo 2<sup>256</sup>.
 * It tells mistakes, not forgeries: who builds a model could also write into it.
 */
public final class Fingerprint {

    private static final int BYTES = 32;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(8 * BYTES);

    private BigInteger sum = BigInteger.ZERO;

    public void addText(String text) {
        addNumber(new BigInteger(1, sha256(text)));
    }

    /**
     * Adds the set that another fingerprint stands for.
     *
     * @param hex as {@link #hex} gave it
     */
    void add(String hex) {
        addNumber(new BigInteger(hex, 16));
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        String digits = sum.toString(16);
        return "0".repeat(2 * BYTES - digits.length()) + digits;
    }

    /** One text's own, 64 hexadecimal digits. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private void addNumber(BigInteger number) {
        sum = sum.add(number).mod(MODULUS);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
