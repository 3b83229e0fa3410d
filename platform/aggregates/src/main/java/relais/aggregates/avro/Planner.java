package relais.aggregates.avro;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import relais.aggregates.avro.RecordPlan.Components;
import relais.aggregates.avro.RecordPlan.Part;
import relais.aggregates.log.Filed;
import relais.codec.Handles;

/** Plans how records are Avro records. */
final class Planner {

    private final Names names;

    Planner(Names names) {
        this.names = names;
    }

    /** An event, whose first field is the aggregate's id. */
    RecordPlan event(Class<?> event, Schema schema) {
        return new Plan(event, schema, true).made();
    }

    /** The plan of one record with the fields that it has used. */
    private final class Plan {

        private final Class<?> type;
        private final Schema schema;
        private final boolean event;
        private final Set<String> used = new HashSet<>();

        Plan(Class<?> type, Schema schema, boolean event) {
            this.type = type;
            this.schema = schema;
            this.event = event;
        }

        RecordPlan made() {
            Components components = components(type, "");
            if (event) {
                used.add(names.id());
            }
            List<String> unmapped =
                    schema.getFields().stream()
                            .map(Schema.Field::name)
                            .filter(name -> !used.contains(name))
                            .toList();
            if (!unmapped.isEmpty()) {
                throw new IllegalArgumentException(
                        schema.getFullName() + ": no component of " + type + " is " + unmapped);
            }
            return new RecordPlan(avroClass(schema), schema, components);
        }

        private Components components(Class<?> record, String prefix) {
            List<Part> parts = new ArrayList<>();
            for (RecordComponent component : record.getRecordComponents()) {
                parts.add(part(component, prefix + component.getName()));
            }
            return new Components(parts, Handles.constructor(record));
        }

        private Part part(RecordComponent component, String path) {
            Function<Object, @Nullable Object> get = Handles.getter(component.getAccessor());
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            String name = type.getSimpleName() + "." + path;
            Function<Filed, @Nullable String> given = names.fromEnvelope(type, path);
            if (given != null) {
                return new RecordPlan.FromEnvelope(
                        name,
                        given,
                        conversion(component.getGenericType(), Schema.create(Schema.Type.STRING)),
                        nullable);
            }
            Schema.Field field = field(component, path);
            if (field == null) {
                if (!isRecord(component.getType())) {
                    throw new IllegalArgumentException(
                            name + " is no field of " + schema.getFullName());
                }
                return new RecordPlan.Flat(
                        get, components(component.getType(), path + "."), nullable);
            }
            if (!used.add(field.name())) {
                throw new IllegalArgumentException(name + ": two are " + field.name());
            }
            if (nullable && !field.schema().isNullable()) {
                throw new IllegalArgumentException(name + ": the field cannot be null");
            }
            try {
                return new RecordPlan.Field(
                        name,
                        field.pos(),
                        get,
                        conversion(component.getGenericType(), present(field.schema())),
                        nullable);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }

        /** Null if the schema has no field for it. */
        private Schema.@Nullable Field field(RecordComponent component, String path) {
            String declared = names.field(type, path);
            if (declared != null) {
                Schema.Field field = schema.getField(declared);
                if (field == null) {
                    throw new IllegalArgumentException(
                            schema.getFullName() + " has no field " + declared);
                }
                return field;
            }
            if (event && path.equals("id")) {
                return schema.getField(names.id());
            }
            Schema.Field field = schema.getField(component.getName());
            if (!isRecord(component.getType())) {
                return field != null || !isWrapper(component.getType())
                        ? field
                        : schema.getField(component.getName() + "Id");
            }
            return field != null && present(field.schema()).getType() == Schema.Type.RECORD
                    ? field
                    : null;
        }
    }

    /** Whether it is a record of several components, not stood for by a text. */
    private boolean isRecord(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length != 1
                && names.text(type) == null;
    }

    private boolean isWrapper(Class<?> type) {
        return names.text(type) != null
                || (type.isRecord() && type.getRecordComponents().length == 1);
    }

    private Conversion conversion(Type type, Schema schema) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            require(schema, Schema.Type.ARRAY, type);
            return conversion(generic.getActualTypeArguments()[0], schema.getElementType())
                    .listed();
        }
        if (!(type instanceof Class<?> of)) {
            throw new IllegalArgumentException("not mapped: " + type);
        }
        Function<String, ?> text = names.text(of);
        if (text != null) {
            require(schema, Schema.Type.STRING, of);
            return Conversion.of(Object::toString, written -> text.apply((String) written));
        }
        if (of.isEnum()) {
            require(schema, Schema.Type.ENUM, of);
            return Scalars.constants(of, avroClass(schema), schema);
        }
        if (isRecord(of)) {
            require(schema, Schema.Type.RECORD, of);
            return new Plan(of, schema, false).made().conversion();
        }
        if (of.isRecord()) {
            RecordComponent only = of.getRecordComponents()[0];
            Function<Object, @Nullable Object> get = Handles.getter(only.getAccessor());
            Function<@Nullable Object[], Object> make = Handles.constructor(of);
            return conversion(only.getGenericType(), schema)
                    .after(present(get), value -> make.apply(new Object[] {value}));
        }
        return Scalars.of(of, schema, names.hasPlainDecimals());
    }

    private static UnaryOperator<Object> present(Function<Object, @Nullable Object> get) {
        return value -> {
            Object its = get.apply(value);
            if (its == null) {
                throw new IllegalArgumentException("Nothing in " + value);
            }
            return its;
        };
    }

    private static Schema present(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    static void require(Schema schema, Schema.Type expected, Type type) {
        if (schema.getType() != expected) {
            throw new IllegalArgumentException(type + " cannot be " + schema);
        }
    }

    /** Avro itself loads only classes of packages that a process trusts; these are our own. */
    private static Class<?> avroClass(Schema schema) {
        try {
            return Class.forName(schema.getFullName());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("No class for " + schema.getFullName(), e);
        }
    }
}
