package relais.events;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Confluent's wire format: a zero byte, the writer schema's id in four bytes (big endian), the Avro
 * binary.
 */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER_LENGTH = 5;

    private WireFormat() {}

    /**
     * @throws UndecodableEvent if this is no such value
     */
    static int schemaId(byte[] value) {
        if (value.length < HEADER_LENGTH) {
            throw new UndecodableEvent(
                    "The value has " + value.length + " bytes: too few for a schema id", null);
        }
        if (value[0] != MAGIC) {
            throw new UndecodableEvent(
                    "The value starts with byte 0x%02x, not with the magic byte 0x00"
                            .formatted(value[0]),
                    null);
        }
        return ByteBuffer.wrap(value).getInt(1);
    }

    static void writeHeader(int schemaId, ByteArrayOutputStream value) {
        value.writeBytes(ByteBuffer.allocate(HEADER_LENGTH).put(MAGIC).putInt(schemaId).array());
    }
}
