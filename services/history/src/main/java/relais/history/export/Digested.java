package relais.history.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way: counted, and with their SHA-256. They are passed on in chunks, and each chunk
 * is digested on a thread of its own while it is written and the next one is filled. Used by one
 * thread.
 */
public final class Digested extends OutputStream {

    private static final int CHUNK = 256 * 1024;

    private final OutputStream out;
    private final MessageDigest sha256 = newSha256();
    private byte[] filling = new byte[CHUNK];
    private byte[] passedOn = new byte[CHUNK];
    private int filled;
    private long bytes;

    /** Of what was passed on last; nobody touches it meanwhile. */
    private CompletableFuture<@Nullable Void> digesting = CompletableFuture.completedFuture(null);

    public Digested(OutputStream out) {
        this.out = out;
    }

    public long bytes() {
        return bytes;
    }

    /** Of all bytes passed on until now, 64 hexadecimal digits. To be asked once, at the end. */
    public String sha256() {
        digesting.join();
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            int fits = Math.min(length - written, CHUNK - filled);
            System.arraycopy(buffer, offset + written, filling, filled, fits);
            filled += fits;
            written += fits;
            if (filled == CHUNK) {
                passOn();
            }
        }
        bytes += length;
    }

    private void passOn() throws IOException {
        digesting.join();
        byte[] chunk = filling;
        int length = filled;
        digesting =
                CompletableFuture.runAsync(
                        () -> sha256.update(chunk, 0, length), Thread::startVirtualThread);
        filling = passedOn;
        passedOn = chunk;
        filled = 0;
        out.write(chunk, 0, length);
    }

    @Override
    public void flush() throws IOException {
        passOn();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
