package relais.contributions.message;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.message.Dialogue.ADA;
import static relais.contributions.message.Dialogue.NOW;
import static relais.contributions.message.Dialogue.OPERATOR;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import relais.aggregates.Change;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.outbox.OutboxRecord;

class MessageRecordsTest {

    private static final Author AUTHOR =
            new Author("m-ada", new PartnerId("p-loiret"), new TerritoryCode("departement:45"));

    private final PublishedLanguage<Message, MessageEvent> language = MessageAvro.language();
    private final InMemoryRegistry registry = new InMemoryRegistry();

    @Test
    void aPostedMessageCarriesItsCiphertext() {
        MessagePosted posted =
                (MessagePosted)
                        language.toAvro(
                                "msg-1",
                                new MessageEvent.Posted(
                                        new MessageId("msg-1"),
                                        "x-tablettes",
                                        AUTHOR,
                                        new KeyId("m-ada", 1),
                                        new SealedText(new byte[12], new byte[] {1, 2, 3}),
                                        7,
                                        new MessageId("msg-0")));
        assertThat(posted.getMessageId()).isEqualTo("msg-1");
        assertThat(posted.getSubjectId()).isEqualTo("x-tablettes");
        assertThat(posted.getPartnerId()).isEqualTo("p-loiret");
        assertThat(posted.getMandateId()).isEqualTo("m-ada");
        assertThat(posted.getKeyId()).isEqualTo("m-ada#1");
        assertThat(posted.getNonce()).isEqualTo(ByteBuffer.wrap(new byte[12]));
        assertThat(posted.getCiphertext()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThat(posted.getLength()).isEqualTo(7);
        assertThat(posted.getInReplyTo()).isEqualTo("msg-0");
    }

    @Test
    void aRedactionSaysWhoAndWhy() {
        MessageRedacted redacted =
                (MessageRedacted)
                        language.toAvro(
                                "msg-1",
                                new MessageEvent.Redacted(RedactedBy.COMMITTEE, "Injures"));
        assertThat(redacted.getRedactedBy())
                .isEqualTo(relais.events.contributions.RedactedBy.COMMITTEE);
        assertThat(redacted.getReason()).isEqualTo("Injures");
        assertThat(
                        ((MessageRedacted)
                                        language.toAvro(
                                                "msg-1",
                                                new MessageEvent.Redacted(RedactedBy.AUTHOR, null)))
                                .getRedactedBy())
                .isEqualTo(relais.events.contributions.RedactedBy.AUTHOR);
    }

    @Test
    void thatAKeyWasMadeIsToldToNobody() {
        KeyId key = new KeyId("m-ada", 1);
        AuthorSecret secret = new AuthorSecret(new byte[32]);
        assertThat(
                        records()
                                .apply(
                                        change(
                                                0,
                                                new AuthorKey.Event.Made(AUTHOR, key, secret),
                                                new AuthorKey(AUTHOR, key, secret),
                                                ADA)))
                .isEmpty();
    }

    @Test
    void erasuresAreASequenceWithoutGaps() {
        OutboxRecord first = erasure(1, 1);
        OutboxRecord second = erasure(3, 2);
        assertThat(first.topic()).isEqualTo(Topics.CONTRIBUTIONS);
        assertThat(first.key()).isEqualTo("departement:45");
        assertThat(first.headers())
                .containsEntry("ce_id", "k-m-ada:1")
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_subject", "k-m-ada")
                .containsEntry("ce_type", "relais.events.contributions.AuthorKeyErased")
                .containsEntry("ce_actor", "m-exploitation")
                .containsEntry("ce_partner", "p-loiret")
                .containsEntry("ce_territory", "departement:45")
                .doesNotContainKey("ce_causationid");
        assertThat(second.headers())
                .containsEntry("ce_id", "k-m-ada:2")
                .containsEntry("ce_causationid", "k-m-ada:1");
        assertThat(new EventDeserializer(registry).deserialize(second.value()))
                .isEqualTo(new AuthorKeyErased("m-ada", "m-ada#2"));
    }

    private OutboxRecord erasure(long previousVersion, int number) {
        KeyId key = new KeyId("m-ada", number);
        List<OutboxRecord> records =
                records()
                        .apply(
                                change(
                                        previousVersion,
                                        new AuthorKey.Event.Erased(key),
                                        new AuthorKey(AUTHOR, key, null),
                                        OPERATOR));
        assertThat(records).hasSize(1);
        return records.getFirst();
    }

    private AuthorKeyRecords records() {
        EventSerializer serializer =
                new EventSerializer(registry, Topics.CONTRIBUTIONS, EventSchemas.contributions());
        serializer.resolve();
        return new AuthorKeyRecords(serializer);
    }

    private static Change<AuthorKey, AuthorKey.Event> change(
            long previousVersion, AuthorKey.Event event, AuthorKey after, Actor actor) {
        return new Change<>(
                "k-m-ada",
                previousVersion,
                List.of(event),
                after,
                actor,
                NOW,
                false,
                null,
                null,
                Set.of());
    }

    private static final class InMemoryRegistry implements SchemaRegistry {
        private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

        @Override
        public int idOf(String subject, Schema schema) {
            int id = schema.getFullName().hashCode() & Integer.MAX_VALUE;
            schemas.put(id, schema);
            return id;
        }

        @Override
        public Schema byId(int id) {
            return Objects.requireNonNull(schemas.get(id));
        }
    }
}
