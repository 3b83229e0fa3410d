package relais.contributions.message;

import java.security.MessageDigest;

/**
 * 256 bits that open the texts of one mandate. They are stored in one place and printed in none.
 *
 * @param reveal for the cipher, and for the one collection that keeps it
 */
@SuppressWarnings("ArrayRecordComponent") // Copied both ways, and compared by content.
record AuthorSecret(byte[] reveal) {

    static final int BYTES = 32;

    AuthorSecret {
        if (reveal.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes");
        }
        reveal = reveal.clone();
    }

    @Override
    public byte[] reveal() {
        return reveal.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuthorSecret that && MessageDigest.isEqual(reveal, that.reveal);
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
