package relais.codec;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonReader;
import org.bson.BsonWriter;

/** Maps as the list of their values, each of which has its key as a component. */
final class KeyedShape extends Shape {

    private final CollectionShape values;
    private final Function<Object, Object> key;

    KeyedShape(CollectionShape values, Function<Object, Object> key) {
        this.values = values;
        this.key = key;
    }

    @Override
    Object store(Object map) {
        return values.store(listed(map));
    }

    @Override
    Object read(Object stored) {
        return keyed(values.read(stored));
    }

    @Override
    void write(BsonWriter writer, Object map) {
        values.write(writer, listed(map));
    }

    @Override
    Object read(BsonReader reader) {
        return keyed(values.read(reader));
    }

    private static Collection<?> listed(Object map) {
        return ((Map<?, ?>) map).values();
    }

    private Object keyed(Object list) {
        LinkedHashMap<Object, Object> map = new LinkedHashMap<>();
        ((Collection<?>) list).forEach(value -> map.put(key.apply(value), value));
        return Collections.unmodifiableSequencedMap(map);
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
