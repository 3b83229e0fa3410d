package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.message.Dialogue.NOW;
import static relais.contributions.message.Dialogue.SEALED;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.mongo.StateDocuments;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.RecordCodecs;

class MessageDocumentsTest {

    private static final Author ADA =
            new Author("m-ada", new PartnerId("p-loiret"), new TerritoryCode("departement:45"));
    private static final KeyId KEY = new KeyId("m-ada", 2);

    private final StateDocuments<Message> messages =
            StateDocuments.of(RecordCodecs.of(Message.class));
    private final StateDocuments<AuthorKey> keys =
            StateDocuments.of(RecordCodecs.of(AuthorKey.class));

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"id": "msg-1", "status": "POSTED", "subject": "x-tablettes",
                 "author": {"mandate": "m-ada", "partner": "p-loiret",
                 "home": "departement:45"}, "key": "m-ada#1", "length": {"$numberInt": "3"},
                 "postedAt": {"$date": {"$numberLong": "1772442000000"}},
                 "text": {"nonce": {"$binary": {"base64": "AAAAAAAAAAAAAAAA",
                 "subType": "00"}}, "ciphertext": {"$binary": {"base64": "AQID",
                 "subType": "00"}}}, "inReplyTo": "msg-0"}\
                """,
                """
                {"id": "msg-1", "status": "REDACTED", "subject": "x-tablettes",
                 "author": {"mandate": "m-ada", "partner": "p-loiret",
                 "home": "departement:45"}, "key": "m-ada#1", "length": {"$numberInt": "3"},
                 "postedAt": {"$date": {"$numberLong": "1772442000000"}},
                 "redaction": {"by": "COMMITTEE",
                 "at": {"$date": {"$numberLong": "1772442001000"}}, "reason": "Injures"}}\
                """
            })
    void aMessageOfAnEarlierReleaseIsRead(String stored) {
        Document document = Document.parse(stored);
        assertThat(messages.write(messages.read(document))).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                {"status": "KEPT", "author": {"mandate": "m-ada", "partner": "p-loiret",
                 "home": "departement:45"}, "key": "m-ada#1",
                 "secret": {"$binary": {"base64": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                 "subType": "00"}}}\
                """,
                """
                {"status": "ERASED", "author": {"mandate": "m-ada", "partner": "p-loiret",
                 "home": "departement:45"}, "key": "m-ada#1"}\
                """
            })
    void aKeyOfAnEarlierReleaseIsRead(String stored) {
        Document document = Document.parse(stored);
        assertThat(keys.write(keys.read(document))).isEqualTo(document);
    }
}
