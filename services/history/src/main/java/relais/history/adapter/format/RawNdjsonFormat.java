package relais.history.adapter.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import relais.history.export.EventLine;
import relais.history.export.Format;
import relais.history.export.Manifest;
import relais.history.export.Row;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.web.CanonicalJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * The lines of {@link NdjsonFormat} with the record's headers and bytes as they are, from which
 * anyone can compute the log's digest again. What of a line neither of them says (when the log got
 * it, what the territory lay in, the decoded event) has a digest of its own in the line, so that
 * whoever finds another value knows which; and all of them are chained, partition by partition, so
 * that the manifest proves them. An event whose text is hidden has its digest alone, and so digests
 * of all its plain fields.
 *
 * <pre>
 * field     = SHA-256 of the value's canonical JSON, as 64 hexadecimal digits
 * line      = SHA-256( event, text(name) text(field) … ), fields sorted by name, event and text
 *             as in {@link Digest}
 * partition = 32 zero bytes before the first line, then SHA-256( partition before, line )
 * </pre>
 */
public record RawNdjsonFormat(JsonMapper json) implements Format<RawNdjsonFormat.Line> {

    /** What lay in the log: key, headers and bytes. */
    private static final String RECORD = "record";

    private static final String APPENDED_AT = "appendedAt";

    /** A line, where its record lies, and the line's own digest. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Line(byte[] text, LogPartition partition, long offset, byte[] digest) {}

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public Line prepare(Row row) {
        EventLine line = EventLine.of(row, null);
        LoggedEvent event = row.event();
        byte[] record = Digest.ofEvent(event);
        SortedMap<String, String> fields = new TreeMap<>();
        fields.put(RECORD, HexFormat.of().formatHex(record));
        put(fields, APPENDED_AT, event.place().appendedAt().toString());
        EventLine.Raw raw;
        if (row.textHidden()) {
            json.readTree(NdjsonFormat.line(json, line))
                    .properties()
                    .forEach(its -> put(fields, its.getKey(), its.getValue()));
            fields.remove("log");
            put(fields, "key", event.key());
            // What the chain of the partition has of it: all that a check needs, and no text.
            raw = new EventLine.Raw(null, null, HexFormat.of().formatHex(record), fields);
        } else {
            // What neither headers nor bytes say.
            put(fields, "epci", line.epci());
            put(fields, "departement", line.departement());
            put(fields, "region", line.region());
            put(fields, "academie", line.academie());
            put(fields, "data", row.data() == null ? null : json.readTree(row.data().json()));
            put(fields, "unreadable", line.unreadable());
            String value = Base64.getEncoder().encodeToString(event.value());
            raw = new EventLine.Raw(new TreeMap<>(event.headers()), value, null, fields);
        }
        return new Line(
                NdjsonFormat.line(json, EventLine.of(row, raw)),
                event.place().partition(),
                event.place().offset(),
                digest(record, fields));
    }

    private static void put(
            SortedMap<String, String> fields, String field, @Nullable Object value) {
        if (value != null) {
            fields.put(field, CanonicalJson.digest(value));
        }
    }

    @Override
    public Writer<Line> open(OutputStream out) {
        return new ChainedLines(out);
    }

    private static byte[] digest(byte[] record, SortedMap<String, String> fields) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        said.writeBytes(record);
        fields.forEach(
                (name, digest) -> {
                    text(said, name);
                    text(said, digest);
                });
        try {
            return MessageDigest.getInstance("SHA-256").digest(said.toByteArray());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    /** Used by one thread. */
    private static final class ChainedLines implements Writer<Line> {

        private final OutputStream out;
        private final SortedMap<LogPartition, Checkpoint> chains = new TreeMap<>();

        ChainedLines(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(Line line) throws IOException {
            out.write(line.text());
            chains.put(
                    line.partition(),
                    chains.getOrDefault(line.partition(), Checkpoint.START)
                            .after(line.offset(), line.digest()));
        }

        @Override
        public List<Manifest.Partition> partitions() {
            return chains.entrySet().stream()
                    .map(
                            partition ->
                                    new Manifest.Partition(
                                            partition.getKey().toString(),
                                            partition.getValue().events(),
                                            partition.getValue().next(),
                                            partition.getValue().digest()))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
