package relais.codec;

import static java.util.Objects.requireNonNull;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** That of a type which is still being read, since it holds itself. */
final class DeferredShape extends Shape {

    private @Nullable Shape shape;

    void resolve(Shape resolved) {
        shape = resolved;
    }

    private Shape shape() {
        return requireNonNull(shape);
    }

    @Override
    Object store(Object value) {
        return shape().store(value);
    }

    @Override
    Object read(Object stored) {
        return shape().read(stored);
    }

    @Override
    void write(BsonWriter writer, Object value) {
        shape().write(writer, value);
    }

    @Override
    Object read(BsonReader reader) {
        return shape().read(reader);
    }

    @Override
    void writeFields(BsonWriter writer, Object value) {
        shape().writeFields(writer, value);
    }

    @Override
    boolean has(Object value, String field) {
        return shape().has(value, field);
    }

    @Override
    boolean isEmpty(Object value) {
        return shape().isEmpty(value);
    }

    @Override
    Object empty() {
        return shape().empty();
    }
}
