package relais.history.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.log.Log;
import relais.log.LoggedEvent;
import relais.log.Positions;

/**
 * One export, from its first byte to its manifest. It is written while the log is read, in memory
 * that does not grow with it; whoever stops listening stops it.
 *
 * @param <T> a row, ready to be written
 */
public final class Export<T> {

    private final String id;
    private final Map<String, String> question;
    private final Log log;
    private final Rows rows;
    private final Format<T> format;
    private final Positions from;
    private final Positions to;
    private final Clock clock;

    /**
     * @param question what goes into the manifest
     */
    public Export(
            String id,
            Map<String, String> question,
            Log log,
            Rows rows,
            Format<T> format,
            Positions from,
            Positions to,
            Clock clock) {
        this.id = id;
        this.question = question;
        this.log = log;
        this.rows = rows;
        this.format = format;
        this.from = from;
        this.to = to;
        this.clock = clock;
    }

    public String id() {
        return id;
    }

    public Format<T> format() {
        return format;
    }

    public Positions from() {
        return from;
    }

    public Positions to() {
        return to;
    }

    /**
     * Writes all of it, or its first events.
     *
     * @param out not closed
     * @param most how many events at most
     * @throws IOException if nobody listens any more: nothing is read after that
     */
    public Manifest writeTo(OutputStream out, long most) throws IOException, InterruptedException {
        MessageDigest sha256 = sha256();
        Counted counted = new Counted(out);
        DigestOutputStream digested = new DigestOutputStream(counted, sha256);
        long events = 0;
        try (Log.Reading<T> reading = log.read(from, to, this::prepare)) {
            Format.Writer<T> writer = format.open(digested);
            T row;
            while (events < most && (row = reading.next()) != null) {
                writer.write(row);
                events++;
            }
            writer.close();
        }
        digested.flush();
        return new Manifest(
                id,
                question,
                format.mediaType(),
                from,
                to,
                events,
                counted.bytes,
                HexFormat.of().formatHex(sha256.digest()),
                clock.instant());
    }

    private @Nullable T prepare(LoggedEvent event) {
        Row row = rows.apply(event);
        return row == null ? null : format.prepare(row);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static final class Counted extends OutputStream {
        private final OutputStream out;
        private long bytes;

        Counted(OutputStream out) {
            this.out = out;
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

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
