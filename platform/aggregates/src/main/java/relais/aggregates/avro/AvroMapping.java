package relais.aggregates.avro;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.log.Filed;

/**
 * The events of one kind of aggregate as Avro records, and back. A component is the field of its
 * name, or of its name with {@code Id} if it is a record of one component; the components of a
 * nested record are fields beside the others where the schema has no record for it. What differs is
 * declared. A mapping is made once, at start, and planned then: it fails there on an event without
 * a schema, a component without a field, and a field without a component.
 *
 * @param <E> the sealed interface of the events
 */
public final class AvroMapping<E> {

    /** The first field of every event. */
    private static final int ID = 0;

    private final Class<E> events;
    private final Map<Class<?>, RecordPlan> byEvent;
    private final Map<Class<?>, RecordPlan> byAvro;

    private AvroMapping(
            Class<E> events, Map<Class<?>, RecordPlan> byEvent, Map<Class<?>, RecordPlan> byAvro) {
        this.events = events;
        this.byEvent = byEvent;
        this.byAvro = byAvro;
    }

    /**
     * @param idField the field that holds the aggregate's id: the first one of every schema
     */
    public static <E> Declaration<E> of(Class<E> events, String idField) {
        return new Declaration<>(events, idField);
    }

    public SpecificRecord toAvro(String id, E event) {
        RecordPlan plan = byEvent.get(event.getClass());
        if (plan == null) {
            throw new IllegalArgumentException("Not mapped: " + event.getClass());
        }
        SpecificRecord avro = plan.write(event);
        avro.put(ID, id);
        return avro;
    }

    /**
     * What {@link #toAvro} said, by this build or an earlier one.
     *
     * @throws IllegalArgumentException if it is of another type, or its values make no sense
     */
    public E fromAvro(SpecificRecord event, Filed filed) {
        RecordPlan plan = byAvro.get(event.getClass());
        if (plan == null) {
            throw new IllegalArgumentException(
                    "Not an event of this aggregate: " + event.getSchema().getFullName());
        }
        return events.cast(plan.read(event, filed));
    }

    /** What the names do not say. A path names a component within an event: {@code base.body}. */
    public static final class Declaration<E> {

        private final Class<E> events;
        private final Names names;
        private final Map<Class<?>, Class<? extends SpecificRecord>> types = new HashMap<>();

        private Declaration(Class<E> events, String idField) {
            this.events = events;
            this.names = new Names(idField);
        }

        public Declaration<E> event(
                Class<? extends E> event, Class<? extends SpecificRecord> avro) {
            types.put(event, avro);
            return this;
        }

        /**
         * @param type an event, or a record for which the schema has a record of its own
         */
        public Declaration<E> field(Class<?> type, String path, String field) {
            names.field(type, path, field);
            return this;
        }

        /** A component that is not in the value: the record's key, where the aggregate is filed. */
        public Declaration<E> fromKey(Class<?> type, String path) {
            names.fromEnvelope(type, path, Filed::home);
            return this;
        }

        /** A component that is not in the value: the partner that the aggregate is of. */
        public Declaration<E> fromPartner(Class<?> type, String path) {
            names.fromEnvelope(type, path, Filed::partner);
            return this;
        }

        /** A component that is not published: what it is when the event is read. */
        public Declaration<E> unpublished(Class<?> type, String path, String value) {
            names.fromEnvelope(type, path, _ -> value);
            return this;
        }

        /** A record that is published as what its {@code toString()} says. */
        public <T> Declaration<E> text(Class<T> type, Function<String, T> parse) {
            names.text(type, parse);
            return this;
        }

        /** Decimals are read without the zeros that the schema's scale adds. */
        public Declaration<E> plainDecimals() {
            names.plainDecimals();
            return this;
        }

        /**
         * @throws IllegalArgumentException if an event, a component or a field is not mapped
         */
        public AvroMapping<E> build() {
            Set<Class<?>> unmapped = leaves(events).collect(Collectors.toCollection(HashSet::new));
            unmapped.removeAll(types.keySet());
            if (!unmapped.isEmpty()) {
                throw new IllegalArgumentException("Events without a schema: " + unmapped);
            }
            Map<Class<?>, RecordPlan> byEvent = new HashMap<>();
            Map<Class<?>, RecordPlan> byAvro = new HashMap<>();
            Planner planner = new Planner(names);
            types.forEach(
                    (event, avro) -> {
                        Schema schema = SpecificData.get().getSchema(avro);
                        if (!schema.getFields().getFirst().name().equals(names.id())) {
                            throw new IllegalArgumentException(
                                    schema.getFullName() + " does not begin with " + names.id());
                        }
                        RecordPlan plan = planner.event(event, schema);
                        byEvent.put(event, plan);
                        if (byAvro.put(avro, plan) != null) {
                            throw new IllegalArgumentException("Two events are " + avro);
                        }
                    });
            names.requireAllUsed();
            return new AvroMapping<>(events, byEvent, byAvro);
        }

        private static Stream<Class<?>> leaves(Class<?> type) {
            return type.isSealed()
                    ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Declaration::leaves)
                    : Stream.of(type);
        }
    }
}
