package relais.portal.account;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.session.MapSession;

/**
 * What is stored of a session can be read only with its id, which only the browser has: the store
 * knows a hash of it. So anybody who reads the store, or a copy of it, finds nobody's token, and
 * anybody who writes to it makes up no session.
 */
final class SessionSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    static String name(String id) {
        return HexFormat.of().formatHex(hash("name", id));
    }

    byte[] seal(MapSession session) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, session.getId(), nonce, serialised(session));
        byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
        return all;
    }

    /**
     * @throws IllegalStateException if it is not the session of this id, or of another release
     */
    MapSession open(String id, byte[] all) {
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(all, NONCE_BYTES, all.length);
        byte[] plain = cipher(Cipher.DECRYPT_MODE, id, nonce, sealed);
        try (var in = new ObjectInputStream(new ByteArrayInputStream(plain))) {
            // A copy makes ids again, which what was read cannot.
            return new MapSession((MapSession) in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException("Not readable by this release", e);
        }
    }

    private static byte[] serialised(MapSession session) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] cipher(int mode, String id, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(hash("key", id), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not the session of this id", e);
        }
    }

    private static byte[] hash(String purpose, String id) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((purpose + " " + id).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
