package relais.contributions.message;

import java.security.MessageDigest;

/**
 * 256 bits that open the texts of one mandate. They are stored in one place and printed in none.
 */
final class AuthorSecret {

    public static final int BYTES = 32;

    private final byte[] bytes;

    public AuthorSecret(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes");
        }
        this.bytes = bytes.clone();
    }

    /** For the cipher, and for the one collection that keeps it. */
    public byte[] reveal() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorSecret that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        // The same for all: a hash would say something of the secret.
        return BYTES;
    }

    @Override
    public String toString() {
        return "AuthorSecret[…]";
    }
}
