package relais.codec;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * How the values of one type are stored. It is not the driver's own record codec: that one sees
 * public records only, and gives an absent list to the constructor as {@code null}.
 *
 * @param <T> a record, a sealed interface of records, or what records are made of
 */
public final class RecordCodec<T> implements Codec<T> {

    private final Class<T> type;
    private final Shape shape;

    RecordCodec(Class<T> type, Shape shape) {
        this.type = type;
        this.shape = shape;
    }

    /** The value as a document, for code that adds fields to it. */
    public Document toDocument(T value) {
        return (Document) shape.store(value);
    }

    /**
     * The value that {@link #toDocument} wrote; fields that the record does not have are skipped.
     *
     * @throws UnreadableFieldException if a field is absent that the record needs, or not of its
     *     type
     */
    public T fromDocument(Document document) {
        return cast(shape.read((Object) document));
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        shape.write(writer, value);
    }

    /** The fields alone, for code that writes others beside them into the same document. */
    public void encodeFields(BsonWriter writer, T value) {
        shape.writeFields(writer, value);
    }

    /** Whether the document of this value may have such a field. */
    public boolean hasField(T value, String name) {
        return shape.has(value, name);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return cast(shape.read(reader));
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }

    @SuppressWarnings("unchecked") // Class.cast refuses the wrapper of a primitive type.
    private T cast(Object value) {
        return (T) value;
    }
}
