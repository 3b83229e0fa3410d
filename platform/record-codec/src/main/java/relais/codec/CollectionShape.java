package relais.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedCollection;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/**
 * Lists and sets as arrays. A set without an order of its own is written in the order of its texts,
 * so that equal sets are equal documents.
 */
final class CollectionShape extends Shape {

    private final Shape element;
    private final Function<List<Object>, Collection<Object>> make;

    private CollectionShape(Shape element, Function<List<Object>, Collection<Object>> make) {
        this.element = element;
        this.make = make;
    }

    static CollectionShape list(Shape element) {
        return new CollectionShape(element, List::copyOf);
    }

    static CollectionShape set(Shape element) {
        return new CollectionShape(
                element,
                elements -> Collections.unmodifiableSequencedSet(new LinkedHashSet<>(elements)));
    }

    @Override
    Object store(Object value) {
        Collection<?> elements = (Collection<?>) value;
        List<Object> stored = new ArrayList<>(elements.size());
        for (Object each : elements) {
            stored.add(element.store(each));
        }
        if (!(value instanceof SequencedCollection)) {
            sort(stored);
        }
        return stored;
    }

    private static void sort(List<Object> stored) {
        if (stored.stream().allMatch(String.class::isInstance)) {
            stored.sort((one, other) -> ((String) one).compareTo((String) other));
        }
    }

    @Override
    Object read(Object stored) {
        List<?> elements = (List<?>) stored;
        List<Object> values = new ArrayList<>(elements.size());
        for (Object each : elements) {
            values.add(element.read(each));
        }
        return make.apply(values);
    }

    @Override
    void write(BsonWriter writer, Object value) {
        writer.writeStartArray();
        if (value instanceof SequencedCollection || !(element instanceof ScalarShape)) {
            for (Object each : (Collection<?>) value) {
                element.write(writer, each);
            }
        } else {
            for (Object stored : (List<?>) store(value)) {
                PLAIN.write(writer, stored);
            }
        }
        writer.writeEndArray();
    }

    /** What is stored already. */
    private static final ScalarShape PLAIN = new ScalarShape(value -> value, value -> value, null);

    @Override
    Object read(BsonReader reader) {
        List<Object> values = new ArrayList<>();
        reader.readStartArray();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            values.add(element.read(reader));
        }
        reader.readEndArray();
        return make.apply(values);
    }

    @Override
    boolean isEmpty(Object value) {
        return ((Collection<?>) value).isEmpty();
    }

    @Override
    Object empty() {
        return make.apply(List.of());
    }

    @Override
    boolean isCollection() {
        return true;
    }
}
