package relais.codec;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;

/**
 * How the values of one Java type are stored: in a stream of BSON, and as what a {@link Document}
 * holds. Both say the same.
 */
abstract class Shape {

    /** The value as a {@link Document} holds it. */
    abstract Object store(Object value);

    /** What {@link #store} made, or what a stream of it reads as. */
    abstract Object read(Object stored);

    abstract void write(BsonWriter writer, Object value);

    abstract Object read(BsonReader reader);

    /** What {@link #write} writes between the start and the end of a document. */
    void writeFields(BsonWriter writer, Object value) {
        throw new IllegalArgumentException("not stored as a document: " + value.getClass());
    }

    /** Whether the document of this value may have such a field. */
    boolean has(Object value, String field) {
        return false;
    }

    /** Whether the value says nothing: no element, no field, {@code false} or 0. */
    abstract boolean isEmpty(Object value);

    /** The value that an omitted field stands for. */
    Object empty() {
        throw new IllegalArgumentException("absent");
    }

    /** Whether no field at all means a value: lists, sets and maps. */
    boolean isCollection() {
        return false;
    }
}
