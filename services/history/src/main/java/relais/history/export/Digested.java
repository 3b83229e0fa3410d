package relais.history.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Bytes on their way: counted, and with their SHA-256. */
public final class Digested extends FilterOutputStream {

    private final MessageDigest sha256;
    private long bytes;

    public Digested(OutputStream out) {
        this(out, newSha256());
    }

    private Digested(OutputStream out, MessageDigest sha256) {
        super(new DigestOutputStream(out, sha256));
        this.sha256 = sha256;
    }

    public long bytes() {
        return bytes;
    }

    /** Of all bytes until now, 64 hexadecimal digits. To be asked once, at the end. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        bytes += length;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
