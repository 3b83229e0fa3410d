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
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.notices.follower.FollowerId;

/**
 * What the link of a mail proves: that it was in a mail to that follower. Signed with a key that
 * the service makes for itself once, so that each instance and each start knows it.
 */
@Component
public final class UnsubscribeTokens {

    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int LONGEST = 200;
    private static final String PURPOSE = "unsubscribe ";

    private final MongoCollection<Document> keys;
    private volatile byte @Nullable [] known;

    UnsubscribeTokens(MongoDatabase database) {
        this.keys = database.getCollection("keys");
    }

    /** A token without an end: a mail may be read years later. */
    public String of(FollowerId follower) {
        return follower.value() + "." + signature(follower.value());
    }

    /** Whose digests a token ends; empty if it is forged or broken. */
    Optional<FollowerId> read(@Nullable String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String follower = token.substring(0, dot);
        boolean ours =
                MessageDigest.isEqual(
                        signature(follower).getBytes(US_ASCII),
                        token.substring(dot + 1).getBytes(UTF_8));
        return ours ? Optional.of(new FollowerId(follower)) : Optional.empty();
    }

    private String signature(String follower) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key(), MAC));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal((PURPOSE + follower).getBytes(UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
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
