package relais.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Positions in a list, as opaque text. A checksum tells a cursor of ours from garbage and from one
 * that was cut or edited. It is not a secret: a cursor grants nothing that the query itself does
 * not, so a service must check what it decodes as it would check a query parameter.
 */
public final class Cursors {

    private static final int MAXIMUM_LENGTH = 1024;

    private Cursors() {}

    /** A cursor that {@link #decode} turns back into the same parts. */
    public static String encode(String... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(parts.length);
            for (String part : parts) {
                out.writeUTF(part);
            }
            out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /**
     * The parts of a cursor made by {@link #encode}.
     *
     * @param parts how many parts the list's cursors have
     * @throws ProblemException 400 naming {@code cursor} if it is not such a cursor
     */
    public static List<String> decode(String cursor, int parts) {
        List<String> decoded = parse(cursor);
        if (decoded == null || decoded.size() != parts) {
            throw Problem.invalid("cursor", "cursor").exception();
        }
        return decoded;
    }

    private static @Nullable List<String> parse(String cursor) {
        if (cursor.length() > MAXIMUM_LENGTH) {
            return null;
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            int body = bytes.length - Integer.BYTES;
            if (body < 1) {
                return null;
            }
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                int count = in.readUnsignedByte();
                var parts = new ArrayList<String>();
                for (int i = 0; i < count; i++) {
                    parts.add(in.readUTF());
                }
                boolean whole = in.available() == Integer.BYTES;
                return whole && in.readInt() == checksum(bytes, body) ? List.copyOf(parts) : null;
            }
        } catch (IllegalArgumentException | IOException notOurs) {
            return null;
        }
    }

    private static int checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
