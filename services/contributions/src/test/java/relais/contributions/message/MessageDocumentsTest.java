package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.message.Dialogue.NOW;
import static relais.contributions.message.Dialogue.SEALED;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.codec.RecordCodec;
import relais.codec.RecordCodecs;

class MessageDocumentsTest {

    private static final Author ADA =
            new Author("m-ada", new PartnerId("p-loiret"), new TerritoryCode("departement:45"));
    private static final KeyId KEY = new KeyId("m-ada", 2);

    private final RecordCodec<Message> messages = RecordCodecs.of(Message.class);
    private final RecordCodec<AuthorKey> keys = RecordCodecs.of(AuthorKey.class);

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
                        new Message.Redaction(RedactedBy.COMMITTEE, "Injures", NOW.plusSeconds(1)));
        assertThat(messages.fromDocument(messages.toDocument(posted))).isEqualTo(posted);
        assertThat(messages.fromDocument(messages.toDocument(redacted))).isEqualTo(redacted);
        assertThat(messages.toDocument(redacted).getString("status")).isEqualTo("REDACTED");
    }

    @Test
    void anErasedKeyIsNotInItsDocument() {
        AuthorKey kept = new AuthorKey(ADA, KEY, new AuthorSecret(new byte[32]));
        AuthorKey erased = new AuthorKey(ADA, KEY, null);
        assertThat(keys.fromDocument(keys.toDocument(kept))).isEqualTo(kept);
        Document document = keys.toDocument(erased);
        assertThat(document).doesNotContainKey("secret");
        assertThat(keys.fromDocument(document)).isEqualTo(erased);
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
        assertThat(messages.toDocument(messages.fromDocument(document))).isEqualTo(document);
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
        assertThat(keys.toDocument(keys.fromDocument(document))).isEqualTo(document);
    }
}
