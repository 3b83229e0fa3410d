package relais.feed.adapter.mongo;

import java.nio.charset.StandardCharsets;
import org.bson.RawBsonDocument;
import org.bson.io.BasicOutputBuffer;

/**
 * The bytes of one document. Texts are most of them: the JDK encodes them as a whole, the driver's
 * own buffer character by character.
 */
final class DocumentBuffer extends BasicOutputBuffer {

    /** Bytes of most documents. */
    private static final int TYPICAL_SIZE = 4_096;

    DocumentBuffer() {
        super(TYPICAL_SIZE);
    }

    @Override
    protected int writeCharacters(String text, boolean isName) {
        if (isName && text.indexOf(0) >= 0) {
            throw new IllegalArgumentException("A field's name ends with its first NUL: " + text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeBytes(bytes, 0, bytes.length);
        writeByte(0);
        return bytes.length + 1;
    }

    RawBsonDocument document() {
        return new RawBsonDocument(getInternalBuffer(), 0, getPosition());
    }
}
