package relais.codec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.Document;

/** Maps as documents; a key is a text, an enum constant, or a record of one text. */
final class MapShape extends Shape {

    private final ScalarShape key;
    private final Shape value;

    MapShape(ScalarShape key, Shape value) {
        this.key = key;
        this.value = value;
    }

    @Override
    Object store(Object map) {
        Document document = new Document();
        ((Map<?, ?>) map).forEach((each, its) -> document.append(name(each), value.store(its)));
        return document;
    }

    @Override
    Object read(Object stored) {
        Map<Object, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) stored).forEach((name, its) -> map.put(key.read(name), value.read(its)));
        return Collections.unmodifiableSequencedMap((LinkedHashMap<Object, Object>) map);
    }

    @Override
    void write(BsonWriter writer, Object map) {
        writer.writeStartDocument();
        ((Map<?, ?>) map)
                .forEach(
                        (each, its) -> {
                            writer.writeName(name(each));
                            value.write(writer, its);
                        });
        writer.writeEndDocument();
    }

    @Override
    Object read(BsonReader reader) {
        LinkedHashMap<Object, Object> map = new LinkedHashMap<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Object name = key.read(reader.readName());
            map.put(name, value.read(reader));
        }
        reader.readEndDocument();
        return Collections.unmodifiableSequencedMap(map);
    }

    private String name(Object each) {
        return (String) key.store(each);
    }

    @Override
    boolean isEmpty(Object map) {
        return ((Map<?, ?>) map).isEmpty();
    }

    @Override
    Object empty() {
        return Map.of();
    }

    @Override
    boolean isCollection() {
        return true;
    }
}
