package relais.history.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * What an event says. Days are ISO 8601 texts, instants RFC 3339 texts in UTC, decimals texts,
 * bytes base64; what is null is left out.
 *
 * @param json its fields by name as a JSON object in UTF-8; not to be changed
 * @param axes of its own, or of the card it carries
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Payload(byte[] json, SortedSet<String> axes) {

    /**
     * Writes the object as the next value.
     *
     * @param out to a stream
     */
    void writeTo(JsonGenerator out) {
        // The generator learns that a value comes, whose bytes pass it by.
        out.writeRawValue("");
        out.flush();
        try {
            ((OutputStream) out.streamWriteOutputTarget()).write(json);
        } catch (IOException broken) {
            throw JacksonIOException.construct(broken, out);
        }
    }
}
