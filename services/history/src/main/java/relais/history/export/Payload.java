package relais.history.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * What an event says. Days are ISO 8601 texts, instants RFC 3339 texts in UTC, decimals texts, bytes
 * base64; what is null is left out.
 *
 * @param json its fields by name as a JSON object in UTF-8; not to be changed
 * @param axes of its own, or of the card it carries
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
@JsonSerialize(using = Payload.AsItIs.class)
public record Payload(byte[] json, SortedSet<String> axes) {

    /** As JSON text. */
    public String text() {
        return new String(json, UTF_8);
    }

    /** Is JSON already. */
    static final class AsItIs extends StdSerializer<Payload> {

        AsItIs() {
            super(Payload.class);
        }

        @Override
        public void serialize(Payload payload, JsonGenerator out, SerializationContext context) {
            if (out.streamWriteOutputTarget() instanceof OutputStream bytes) {
                // A value comes here, and its bytes pass by the generator.
                out.writeRawValue("");
                out.flush();
                try {
                    bytes.write(payload.json());
                } catch (IOException broken) {
                    throw JacksonIOException.construct(broken, out);
                }
            } else {
                out.writeRawValue(payload.text());
            }
        }
    }
}
