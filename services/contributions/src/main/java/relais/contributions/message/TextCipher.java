package relais.contributions.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts, each to its message and subject: moved to another one it does not open.
 *
 * <p>AES-256 in Galois/counter mode (NIST SP 800-38D) with a random nonce of 96 bits for each text
 * and a tag of 128 bits. Message and subject are authenticated with it. A mandate posts at most 200
 * texts a day, so that its key stays far below the 2^32 texts for which random nonces are safe.
 */
public final class TextCipher {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    public TextCipher(SecureRandom random) {
        this.random = random;
    }

    AuthorSecret newSecret() {
        return new AuthorSecret(random(AuthorSecret.BYTES));
    }

    SealedText seal(AuthorSecret secret, MessageId id, String subject, MessageText text) {
        byte[] nonce = random(NONCE_BYTES);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, secret, id, subject, nonce);
            return new SealedText(nonce, cipher.doFinal(text.reveal().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    /** Empty if it was not sealed so: with another key, for another message, or altered since. */
    Optional<MessageText> open(
            AuthorSecret secret, MessageId id, String subject, SealedText sealed) {
        byte[] nonce = sealed.nonce();
        byte[] ciphertext = sealed.ciphertext();
        if (nonce.length != NONCE_BYTES || ciphertext.length < TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, id, subject, nonce);
            return Optional.of(MessageText.of(new String(cipher.doFinal(ciphertext), UTF_8)));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + CIPHER, e);
        }
    }

    private static Cipher cipher(
            int mode, AuthorSecret secret, MessageId id, String subject, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(
                mode,
                new SecretKeySpec(secret.reveal(), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        // No id has a blank in it, so that no two pairs are written the same.
        cipher.updateAAD((id + " " + subject).getBytes(UTF_8));
        return cipher;
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
