package relais.partners.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a request from every other one, and recognises its repetition. */
final class RequestKeys {
    private RequestKeys() {}

    /**
     * @param idempotencyKey null if the sender does not repeat itself: then no two are the same
     */
    static String of(String caller, @Nullable String idempotencyKey, byte[] canonicalBody) {
        if (idempotencyKey == null) {
            return UUID.randomUUID().toString();
        }
        MessageDigest digest = sha256();
        digest.update((caller + "|" + idempotencyKey + "|").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(canonicalBody));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
