package relais.codec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Records as documents: each component a field, {@code null} no field, unknown fields skipped. */
final class RecordShape extends Shape {

    /** What a record is made of, in the order of its constructor. */
    sealed interface Part {
        Function<Object, @Nullable Object> get();
    }

    /**
     * @param name of the field
     * @param owner the record's simple name, for errors
     */
    record Field(
            String owner,
            String name,
            Shape shape,
            Function<Object, @Nullable Object> get,
            boolean nullable,
            boolean omittedIfEmpty,
            boolean zeroIfAbsent)
            implements Part {

        @Nullable Object absent() {
            if (nullable) {
                return null;
            }
            if (shape.isCollection() || omittedIfEmpty || zeroIfAbsent) {
                return shape.empty();
            }
            throw new UnreadableFieldException(path(), "absent");
        }

        Object read(BsonReader reader) {
            try {
                return shape.read(reader);
            } catch (UnreadableFieldException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new UnreadableFieldException(path(), String.valueOf(e.getMessage()), e);
            }
        }

        Object read(Object stored) {
            try {
                return shape.read(stored);
            } catch (UnreadableFieldException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new UnreadableFieldException(path(), String.valueOf(e.getMessage()), e);
            }
        }

        private String path() {
            return owner + "." + name;
        }
    }

    /** A record whose fields stand among those of the one that holds it. */
    record Unwrapped(RecordShape record, Function<Object, @Nullable Object> get, boolean nullable)
            implements Part {}

    /** Where fields go: to a stream or to a document. */
    interface Sink {
        void put(String name, Shape shape, Object value);
    }

    private final List<Part> parts;
    private final List<Field> derived;
    private final Function<@Nullable Object[], Object> make;

    /** The fields of this record and of those unwrapped in it, each at its place. */
    private final List<Field> fields = new ArrayList<>();

    private final Map<String, Integer> places = new HashMap<>();

    RecordShape(List<Part> parts, List<Field> derived, Function<@Nullable Object[], Object> make) {
        this.parts = parts;
        this.derived = derived;
        this.make = make;
        for (Part part : parts) {
            switch (part) {
                case Field field -> fields.add(field);
                case Unwrapped unwrapped -> fields.addAll(unwrapped.record().fields);
            }
        }
        for (int i = 0; i < fields.size(); i++) {
            if (places.put(fields.get(i).name(), i) != null) {
                throw new IllegalArgumentException("Two fields " + fields.get(i).path());
            }
        }
    }

    boolean has(String field) {
        return places.containsKey(field)
                || derived.stream().anyMatch(each -> each.name().equals(field))
                || parts.stream()
                        .anyMatch(part -> part instanceof Unwrapped of && of.record().has(field));
    }

    void fields(Object value, Sink sink) {
        for (Part part : parts) {
            Object its = part.get().apply(value);
            if (its == null) {
                continue;
            }
            switch (part) {
                case Field field -> put(field, its, sink);
                case Unwrapped unwrapped -> unwrapped.record().fields(its, sink);
            }
        }
        for (Field field : derived) {
            Object its = field.get().apply(value);
            if (its instanceof Optional<?> optional) {
                its = optional.orElse(null);
            }
            if (its != null) {
                put(field, its, sink);
            }
        }
    }

    private static void put(Field field, Object value, Sink sink) {
        if (!field.omittedIfEmpty() || !field.shape().isEmpty(value)) {
            sink.put(field.name(), field.shape(), value);
        }
    }

    @Override
    Document store(Object value) {
        Document document = new Document();
        fields(value, (name, shape, its) -> document.append(name, shape.store(its)));
        return document;
    }

    @Override
    void write(BsonWriter writer, Object value) {
        writer.writeStartDocument();
        writeFields(writer, value);
        writer.writeEndDocument();
    }

    @Override
    boolean has(Object value, String field) {
        return has(field);
    }

    @Override
    void writeFields(BsonWriter writer, Object value) {
        fields(
                value,
                (name, shape, its) -> {
                    writer.writeName(name);
                    shape.write(writer, its);
                });
    }

    @Override
    Object read(Object stored) {
        Map<?, ?> document = (Map<?, ?>) stored;
        @Nullable Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = fields.get(i);
            Object its = document.get(field.name());
            values[i] = its == null ? null : field.read(its);
        }
        return made(values, 0);
    }

    @Override
    Object read(BsonReader reader) {
        @Nullable Object[] values = new Object[fields.size()];
        int next = 0;
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String name = reader.readName();
            int place = place(name, next);
            if (place < 0) {
                reader.skipValue();
            } else if (reader.getCurrentBsonType() == BsonType.NULL) {
                reader.readNull();
            } else {
                values[place] = fields.get(place).read(reader);
                next = place + 1;
            }
        }
        reader.readEndDocument();
        return made(values, 0);
    }

    /** Fields mostly come in the order in which they were written. */
    private int place(String name, int guess) {
        if (guess < fields.size() && fields.get(guess).name().equals(name)) {
            return guess;
        }
        Integer place = places.get(name);
        return place == null ? -1 : place;
    }

    private Object made(@Nullable Object[] values, int from) {
        @Nullable Object[] components = new Object[parts.size()];
        int at = from;
        for (int i = 0; i < components.length; i++) {
            switch (parts.get(i)) {
                case Field field -> {
                    Object value = values[at++];
                    components[i] = value == null ? field.absent() : value;
                }
                case Unwrapped unwrapped -> {
                    int width = unwrapped.record().fields.size();
                    components[i] =
                            unwrapped.nullable() && absent(values, at, width)
                                    ? null
                                    : unwrapped.record().made(values, at);
                    at += width;
                }
            }
        }
        return make.apply(components);
    }

    private static boolean absent(@Nullable Object[] values, int from, int width) {
        for (int i = from; i < from + width; i++) {
            if (values[i] != null) {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean isEmpty(Object value) {
        return store(value).isEmpty();
    }

    @Override
    Object empty() {
        return made(new Object[fields.size()], 0);
    }
}
