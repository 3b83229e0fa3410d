package relais.codec;

import java.util.HashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonReaderMark;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The records of a sealed interface: a field says which of them a document is. */
final class SealedShape extends Shape {

    /**
     * @param writesName whether no component of the record is the discriminator itself
     */
    private record Variant(String name, RecordShape record, boolean writesName) {}

    private final String owner;
    private final String discriminator;
    private final Map<Class<?>, Variant> byClass = new HashMap<>();
    private final Map<String, Variant> byName = new HashMap<>();

    SealedShape(String owner, String discriminator) {
        this.owner = owner;
        this.discriminator = discriminator;
    }

    void add(Class<?> type, String name, RecordShape record) {
        var variant = new Variant(name, record, !record.has(discriminator));
        byClass.put(type, variant);
        if (byName.put(name, variant) != null) {
            throw new IllegalArgumentException("Two records of " + owner + " are " + name);
        }
    }

    @Override
    Object store(Object value) {
        Variant variant = of(value);
        Document fields = variant.record().store(value);
        if (!variant.writesName()) {
            return fields;
        }
        Document document = new Document(discriminator, variant.name());
        document.putAll(fields);
        return document;
    }

    @Override
    void write(BsonWriter writer, Object value) {
        writer.writeStartDocument();
        writeFields(writer, value);
        writer.writeEndDocument();
    }

    @Override
    void writeFields(BsonWriter writer, Object value) {
        Variant variant = of(value);
        if (variant.writesName()) {
            writer.writeString(discriminator, variant.name());
        }
        variant.record().writeFields(writer, value);
    }

    @Override
    boolean has(Object value, String field) {
        return field.equals(discriminator) || of(value).record().has(field);
    }

    @Override
    Object read(Object stored) {
        return named(((Map<?, ?>) stored).get(discriminator)).record().read(stored);
    }

    @Override
    Object read(BsonReader reader) {
        BsonReaderMark start = reader.getMark();
        String name = null;
        reader.readStartDocument();
        while (name == null && reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            if (reader.readName().equals(discriminator)) {
                name = reader.readString();
            } else {
                reader.skipValue();
            }
        }
        start.reset();
        return named(name).record().read(reader);
    }

    private Variant of(Object value) {
        Variant variant = byClass.get(value.getClass());
        if (variant == null) {
            throw new IllegalArgumentException(value.getClass() + " is not of " + owner);
        }
        return variant;
    }

    private Variant named(@Nullable Object name) {
        Variant variant = name == null ? null : byName.get(name);
        if (variant == null) {
            throw new UnreadableFieldException(
                    owner + "." + discriminator, name == null ? "absent" : "unknown: " + name);
        }
        return variant;
    }

    @Override
    boolean isEmpty(Object value) {
        return false;
    }
}
