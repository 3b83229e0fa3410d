package relais.feed.adapter.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.consumer.IncomingEvent;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.SchemaRegistry;
import relais.feed.projection.Card;
import relais.feed.projection.CardEvent;
import relais.feed.projection.CardFold;
import relais.feed.projection.Committee;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Projector;
import relais.feed.projection.ReadModel;
import relais.feed.projection.Stamp;
import relais.feed.projection.Step;

class EveryEventTest {

    private static final int ID = 7;
    private static final Instant AT = Instant.parse("2015-10-01T08:00:00Z");

    static Stream<Schema> published() {
        return EventSchemas.byTopic().values().stream().flatMap(List::stream);
    }

    /**
     * What is published and not folded would be parked for ever: exactly one kind of card, or none
     * yet, goes on with it.
     */
    @ParameterizedTest
    @MethodSource("published")
    void everyPublishedEventIsDecodedAndFolded(Schema schema) throws IOException {
        var handler =
                new FeedEventHandler(
                        new EventDeserializer(new OneSchema(schema)),
                        new Projector(new NoModel(), steps -> {}),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        () -> true);
        for (Object event : new RandomData(schema, 5, 42L)) {
            CardEvent decoded = handler.decode(incoming(schema, event));

            assertThat(decoded.data()).isNotNull();
            assertThat(decoded.stamp().eventId()).isEqualTo("id-1:3");
            assertThat(cards().filter(card -> isFolded(card, decoded)))
                    .as("cards that %s makes something of", schema.getName())
                    // The only one that both begins a card and changes it.
                    .hasSize(schema.getName().equals("ObjectiveSet") ? 2 : 1);
        }
    }

    /** A card of each kind at its second version, and the state before the first event. */
    private static Stream<Optional<Card>> cards() {
        return Stream.concat(
                Stream.of(Optional.empty()),
                Stream.of(
                                Histories.after(Histories.registered()),
                                Histories.after(Histories.submitted()),
                                Histories.after(Committee.opened()),
                                Histories.after(Committee.set(1, "100")),
                                Histories.after(Committee.planned()),
                                Histories.after(Committee.scheduled()),
                                Histories.after(Committee.posted()))
                        .map(Optional::of));
    }

    private static boolean isFolded(Optional<Card> previous, CardEvent event) {
        String id = previous.map(Card::aggregateId).orElse("id-1");
        var stamp =
                new Stamp(
                        id,
                        previous.isEmpty() ? 1 : 2,
                        AT,
                        null,
                        null,
                        false,
                        new LogPosition("topic", 0, 12));
        try {
            CardFold.fold(
                    previous.orElse(null), new CardEvent(stamp, event.territory(), event.data()));
            return true;
        } catch (IllegalStateException impossible) {
            return false;
        }
    }

    private static IncomingEvent incoming(Schema schema, Object event) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var header = new DataOutputStream(bytes);
        header.writeByte(0);
        header.writeInt(ID);
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(event, encoder);
        encoder.flush();
        var metadata =
                new EventMetadata(
                        "id-1",
                        3,
                        schema.getFullName(),
                        "/test",
                        AT,
                        "pays:FR",
                        null,
                        "m-test",
                        null,
                        null,
                        false);
        return new IncomingEvent(
                "topic", 0, 12, AT, "pays:FR", metadata.toHeaders(), bytes.toByteArray());
    }

    private record OneSchema(Schema schema) implements SchemaRegistry {

        @Override
        public int idOf(String subject, Schema asked) {
            return ID;
        }

        @Override
        public Schema byId(int id) {
            return schema;
        }
    }

    private static final class NoModel implements ReadModel {

        @Override
        public Map<String, Card> latest(Collection<String> aggregateIds) {
            return Map.of();
        }

        @Override
        public void write(List<Step> steps) {
            throw new UnsupportedOperationException();
        }
    }
}
