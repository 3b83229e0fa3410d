package relais.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static relais.contributions.known.KnownWorld.NOW;
import static relais.contributions.known.KnownWorld.SECRETARY;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.Change;
import relais.aggregates.log.EventRecords;
import relais.aggregates.log.PublishedLanguage;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.outbox.OutboxRecord;

/** What others read on the topic of a change. */
public final class Published<S, E> {

    private final SchemaRegistry registry = new InMemoryRegistry();
    private final EventRecords<S, E> records;

    public Published(PublishedLanguage<S, E> language) {
        EventSerializer serializer =
                new EventSerializer(registry, Topics.CONTRIBUTIONS, EventSchemas.contributions());
        serializer.resolve();
        this.records = new EventRecords<>(Topics.CONTRIBUTIONS, language, serializer);
    }

    /** The record of the aggregate's first event. */
    public OutboxRecord record(String id, E event, S after) {
        List<OutboxRecord> all =
                records.apply(
                        new Change<>(
                                id,
                                0,
                                List.of(event),
                                after,
                                SECRETARY,
                                NOW,
                                false,
                                null,
                                null,
                                Set.of()));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** The same event as others decode it. */
    public SpecificRecord read(String id, E event, S after) {
        return new EventDeserializer(registry).deserialize(record(id, event, after).value());
    }

    /** A registry of its own for every test. */
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
