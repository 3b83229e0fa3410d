package relais.contributions.message;

import java.util.Arrays;

/**
 * A text that only its key can open again.
 *
 * @param nonce never used twice with one key
 * @param ciphertext with what authenticates it
 */
@SuppressWarnings("ArrayRecordComponent") // Copied both ways, and compared by content.
public record SealedText(byte[] nonce, byte[] ciphertext) {

    public SealedText {
        nonce = nonce.clone();
        ciphertext = ciphertext.clone();
    }

    @Override
    public byte[] nonce() {
        return nonce.clone();
    }

    @Override
    public byte[] ciphertext() {
        return ciphertext.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedText that
                && Arrays.equals(nonce, that.nonce)
                && Arrays.equals(ciphertext, that.ciphertext);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(nonce);
    }

    @Override
    public String toString() {
        return "SealedText[" + ciphertext.length + " bytes]";
    }
}
