package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.message.Dialogue.NOW;
import static relais.contributions.message.Dialogue.SEALED;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;

class MessageDocumentsTest {

    private static final Author ADA =
            new Author("m-ada", new PartnerId("p-loiret"), new TerritoryCode("departement:45"));
    private static final KeyId KEY = new KeyId("m-ada", 2);

    private final MessageDocuments messages = new MessageDocuments();
    private final AuthorKeyDocuments keys = new AuthorKeyDocuments();

    @Test
    void aMessageComesBackAsItWas() {
        Message posted =
                new Message(
                        new MessageId("msg-1"),
                        "x-tablettes",
                        ADA,
                        KEY,
                        SEALED,
                        3,
                        new MessageId("msg-0"),
                        NOW,
                        null);
        Message redacted =
                new Message(
                        new MessageId("msg-1"),
                        "x-tablettes",
                        ADA,
                        KEY,
                        null,
                        3,
                        null,
                        NOW,
                        new Redaction(RedactedBy.COMMITTEE, "Injures", NOW.plusSeconds(1)));
        assertThat(messages.read(messages.write(posted))).isEqualTo(posted);
        assertThat(messages.read(messages.write(redacted))).isEqualTo(redacted);
        assertThat(messages.write(redacted).getString("status")).isEqualTo("REDACTED");
    }

    @Test
    void anErasedKeyIsNotInItsDocument() {
        AuthorKey kept = new AuthorKey(ADA, KEY, new AuthorSecret(new byte[32]));
        AuthorKey erased = new AuthorKey(ADA, KEY, null);
        assertThat(keys.read(keys.write(kept))).isEqualTo(kept);
        Document document = keys.write(erased);
        assertThat(document).doesNotContainKey("secret");
        assertThat(keys.read(document)).isEqualTo(erased);
    }
}
