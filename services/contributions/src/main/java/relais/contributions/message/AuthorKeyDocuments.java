package relais.contributions.message;

import static java.util.Objects.requireNonNull;

import org.bson.Document;
import org.bson.types.Binary;
import relais.aggregates.mongo.StateDocuments;

/** Keys of authors as documents: the only place where a key is written down. */
public final class AuthorKeyDocuments implements StateDocuments<AuthorKey> {

    @Override
    public Document write(AuthorKey key) {
        AuthorSecret secret = key.secret();
        Document document =
                new Document("status", secret == null ? "ERASED" : "KEPT")
                        .append("author", MessageDocuments.write(key.author()))
                        .append("key", key.id().toString());
        return secret == null ? document : document.append("secret", new Binary(secret.reveal()));
    }

    @Override
    public AuthorKey read(Document document) {
        Binary secret = document.get("secret", Binary.class);
        return new AuthorKey(
                MessageDocuments.author(requireNonNull(document.get("author", Document.class))),
                KeyId.of(document.getString("key")),
                secret == null ? null : new AuthorSecret(secret.getData()));
    }
}
