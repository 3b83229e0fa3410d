package relais.contributions.message;

import static java.util.Objects.requireNonNull;

import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import relais.aggregates.mongo.StateDocuments;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;

/** Messages as documents; of their texts they hold what is sealed. */
public final class MessageDocuments implements StateDocuments<Message> {

    static final String SUBJECT = "subject";
    static final String POSTED_AT = "postedAt";

    @Override
    public Document write(Message message) {
        Document document =
                new Document("id", message.id().value())
                        .append("status", message.status().name())
                        .append(SUBJECT, message.subject())
                        .append("author", write(message.author()))
                        .append("key", message.key().toString())
                        .append("length", message.length())
                        .append(POSTED_AT, Date.from(message.postedAt()));
        SealedText text = message.text();
        if (text != null) {
            document.append(
                    "text",
                    new Document("nonce", new Binary(text.nonce()))
                            .append("ciphertext", new Binary(text.ciphertext())));
        }
        if (message.inReplyTo() != null) {
            document.append("inReplyTo", message.inReplyTo().value());
        }
        Redaction redaction = message.redaction();
        if (redaction != null) {
            document.append("redaction", write(redaction));
        }
        return document;
    }

    @Override
    public Message read(Document document) {
        return new Message(
                new MessageId(document.getString("id")),
                document.getString(SUBJECT),
                author(requireNonNull(document.get("author", Document.class))),
                KeyId.of(document.getString("key")),
                sealed(document.get("text", Document.class)),
                document.getInteger("length"),
                MessageId.parse(document.getString("inReplyTo")).orElse(null),
                requireNonNull(document.getDate(POSTED_AT)).toInstant(),
                redaction(document.get("redaction", Document.class)));
    }

    static Document write(Author author) {
        return new Document("mandate", author.mandate())
                .append("partner", author.partner().value())
                .append("home", author.home().value());
    }

    static Author author(Document document) {
        return new Author(
                document.getString("mandate"),
                new PartnerId(document.getString("partner")),
                new TerritoryCode(document.getString("home")));
    }

    private static Document write(Redaction redaction) {
        Document document =
                new Document("by", redaction.by().name()).append("at", Date.from(redaction.at()));
        return redaction.reason() == null
                ? document
                : document.append("reason", redaction.reason());
    }

    private static @Nullable SealedText sealed(@Nullable Document document) {
        return document == null
                ? null
                : new SealedText(
                        requireNonNull(document.get("nonce", Binary.class)).getData(),
                        requireNonNull(document.get("ciphertext", Binary.class)).getData());
    }

    private static @Nullable Redaction redaction(@Nullable Document document) {
        return document == null
                ? null
                : new Redaction(
                        RedactedBy.valueOf(document.getString("by")),
                        document.getString("reason"),
                        requireNonNull(document.getDate("at")).toInstant());
    }
}
