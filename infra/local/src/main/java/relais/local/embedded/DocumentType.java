package relais.local.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * Documents as BSON, in which they came and will leave. The store alone would serialise the Java
 * objects, which takes several times as long and as much room.
 */
final class DocumentType extends BasicDataType<Document> {

    private static final int HEAD_BYTES = 64;
    private static final int ENTRY_BYTES = 48;
    private static final int FIRST_BUFFER_BYTES = 1_024;

    /** Rough: it decides how many documents a page has and how many pages stay in memory. */
    @Override
    public int getMemory(Document document) {
        return bytes(document);
    }

    private static int bytes(@Nullable Object value) {
        return switch (value) {
            case String text -> HEAD_BYTES + text.length();
            case Document nested -> bytes(nested);
            case Collection<?> list ->
                    HEAD_BYTES + list.stream().mapToInt(DocumentType::bytes).sum();
            case null, default -> HEAD_BYTES;
        };
    }

    private static int bytes(Document document) {
        int bytes = HEAD_BYTES;
        for (Map.Entry<String, Object> field : document.entrySet()) {
            bytes += ENTRY_BYTES + bytes(field.getValue());
        }
        return bytes;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(FIRST_BUFFER_BYTES);
        BsonEncoder.encodeDocument(document, bson);
        buffer.put(bson.array(), bson.arrayOffset(), bson.readableBytes());
    }

    /** BSON begins with its own length. */
    @Override
    public Document read(ByteBuffer buffer) {
        ByteBuf bson = Unpooled.wrappedBuffer(buffer);
        Document document = BsonDecoder.decodeBson(bson);
        buffer.position(buffer.position() + bson.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
