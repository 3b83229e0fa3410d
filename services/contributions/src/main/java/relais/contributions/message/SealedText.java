package relais.contributions.message;

import java.util.Arrays;

/** A text that only its key can open again. */
public final class SealedText {

    private final byte[] nonce;
    private final byte[] ciphertext;

    /**
     * @param nonce never used twice with one key
     * @param ciphertext with what authenticates it
     */
    public SealedText(byte[] nonce, byte[] ciphertext) {
        this.nonce = nonce.clone();
        this.ciphertext = ciphertext.clone();
    }

    public byte[] nonce() {
        return nonce.clone();
    }

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
