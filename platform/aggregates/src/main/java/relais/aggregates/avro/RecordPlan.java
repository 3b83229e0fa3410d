package relais.aggregates.avro;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;

/** How one record is one Avro record: its components at the places of their fields. */
record RecordPlan(Class<?> avro, Schema schema, Components components) {

    /** One component of a record. */
    sealed interface Part {
        boolean nullable();
    }

    /**
     * @param at the field's position in the schema
     */
    record Field(
            String name,
            int at,
            Function<Object, @Nullable Object> get,
            Conversion conversion,
            boolean nullable)
            implements Part {}

    /** A nested record whose components are fields of the one that holds it. */
    record Flat(Function<Object, @Nullable Object> get, Components components, boolean nullable)
            implements Part {}

    /** What is not in the value. */
    record FromEnvelope(
            String name,
            Function<Filed, @Nullable String> value,
            Conversion conversion,
            boolean nullable)
            implements Part {}

    /** The components of a record in the order of its constructor. */
    record Components(List<Part> parts, Function<@Nullable Object[], Object> make) {

        void write(Object value, SpecificRecord avro) {
            for (Part part : parts) {
                switch (part) {
                    case Field field -> {
                        Object its = field.get().apply(value);
                        if (its != null) {
                            avro.put(field.at(), field.conversion().write(its));
                        } else if (!field.nullable()) {
                            throw absent(field.name());
                        }
                    }
                    case Flat flat -> {
                        Object its = flat.get().apply(value);
                        if (its != null) {
                            flat.components().write(its, avro);
                        }
                    }
                    case FromEnvelope _ -> {}
                }
            }
        }

        Object read(SpecificRecord avro, Filed filed) {
            @Nullable Object[] values = new Object[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = read(parts.get(i), avro, filed);
            }
            return make.apply(values);
        }

        private static @Nullable Object read(Part part, SpecificRecord avro, Filed filed) {
            return switch (part) {
                case Field field ->
                        converted(
                                field.name(),
                                avro.get(field.at()),
                                field.conversion(),
                                part,
                                filed);
                case FromEnvelope given ->
                        converted(
                                given.name(),
                                given.value().apply(filed),
                                given.conversion(),
                                part,
                                filed);
                case Flat flat ->
                        flat.nullable() && flat.components().lacks(avro)
                                ? null
                                : flat.components().read(avro, filed);
            };
        }

        private static @Nullable Object converted(
                String name, @Nullable Object avro, Conversion conversion, Part part, Filed filed) {
            if (avro != null) {
                return conversion.read(avro, filed);
            }
            if (!part.nullable()) {
                throw absent(name);
            }
            return null;
        }

        /** Whether something is absent without which the record would not be. */
        private boolean lacks(SpecificRecord avro) {
            return parts.stream()
                    .anyMatch(
                            part ->
                                    part instanceof Field field
                                            && !field.nullable()
                                            && avro.get(field.at()) == null);
        }

        private static IllegalArgumentException absent(String name) {
            return new IllegalArgumentException(name + ": absent");
        }
    }

    Conversion conversion() {
        return new Conversion(this::write, this::read);
    }

    SpecificRecord write(Object value) {
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(avro, schema);
        components.write(value, record);
        return record;
    }

    Object read(Object value, Filed filed) {
        return components.read((SpecificRecord) value, filed);
    }
}
