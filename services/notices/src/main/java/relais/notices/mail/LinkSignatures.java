package relais.notices.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs what the link of a mail says, with a key that the service makes for itself once, so that
 * each instance and each start knows it.
 */
@Component
public final class LinkSignatures {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final MongoCollection<Document> keys;
    private volatile byte @Nullable [] known;

    LinkSignatures(MongoDatabase database) {
        this.keys = database.getCollection("keys");
    }

    /**
     * Letters, digits, {@code -} and {@code _}.
     *
     * @param text begins with what the link is for, so that no link does what another is for
     */
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key(), MAC));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Whether a text was signed here. */
    public boolean isOf(String text, String signature) {
        return MessageDigest.isEqual(of(text).getBytes(US_ASCII), signature.getBytes(UTF_8));
    }

    private byte[] key() {
        byte[] key = known;
        if (key == null) {
            byte[] fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Document kept =
                    keys.findOneAndUpdate(
                            new Document("_id", "unsubscribe"),
                            new Document("$setOnInsert", new Document("key", new Binary(fresh))),
                            new FindOneAndUpdateOptions()
                                    .upsert(true)
                                    .returnDocument(ReturnDocument.AFTER));
            key = Objects.requireNonNull(kept).get("key", Binary.class).getData();
            known = key;
        }
        return key;
    }
}
