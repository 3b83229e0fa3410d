package relais.history.adapter.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import relais.history.export.Format;
import relais.history.export.Row;
import relais.log.Digest;
import relais.log.Envelope;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line: what the headers say, where the event lies in the log, what it says. With
 * {@code raw}, also the headers and bytes as they are, from which anyone can compute the log's
 * digest again; of an event whose text is hidden, that digest alone.
 */
public final class NdjsonFormat implements Format<byte[]> {

    private final JsonMapper json;
    private final boolean raw;

    public NdjsonFormat(JsonMapper json, boolean raw) {
        this.json = json;
        this.raw = raw;
    }

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public String extension() {
        return "ndjson";
    }

    @Override
    public byte[] prepare(Row row) {
        byte[] line = json.writeValueAsBytes(object(row));
        byte[] ended = new byte[line.length + 1];
        System.arraycopy(line, 0, ended, 0, line.length);
        ended[line.length] = '\n';
        return ended;
    }

    @Override
    public Writer<byte[]> open(OutputStream out) {
        return new Writer<>() {
            @Override
            public void write(byte[] line) throws IOException {
                out.write(line);
            }

            @Override
            public void close() {}
        };
    }

    private Map<String, Object> object(Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        Envelope envelope = row.envelope();
        if (envelope != null) {
            object.put("id", envelope.id());
            object.put("type", envelope.type());
            object.put("aggregate", envelope.aggregateId());
            object.put("sequence", envelope.sequence());
            object.put("time", envelope.time().toString());
            object.put("territory", envelope.territory());
            put(object, "epci", row.whereabouts().epci());
            put(object, "departement", row.whereabouts().departement());
            put(object, "region", row.whereabouts().region());
            put(object, "academie", row.whereabouts().academie());
            put(object, "partner", envelope.partner());
            put(object, "actor", envelope.actor());
            put(object, "correlationId", envelope.correlationId());
            put(object, "causationId", envelope.causationId());
            object.put("archive", envelope.archive());
        }
        object.put("log", log(row));
        put(object, "data", row.data());
        put(object, "unreadable", row.unreadable());
        if (row.textHidden()) {
            object.put("textHidden", true);
        }
        if (raw && row.textHidden()) {
            // What the chain of the partition has of it: all that a check needs, and no text.
            String digest = HexFormat.of().formatHex(Digest.ofEvent(row.event()));
            object.put("raw", Map.of("digest", digest));
        } else if (raw) {
            Map<String, Object> bytes = new LinkedHashMap<>();
            bytes.put("headers", new TreeMap<>(row.event().headers()));
            bytes.put("value", Base64.getEncoder().encodeToString(row.event().value()));
            object.put("raw", bytes);
        }
        return object;
    }

    private static Map<String, Object> log(Row row) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("topic", row.event().place().lane().topic());
        log.put("partition", row.event().place().lane().partition());
        log.put("offset", row.event().place().offset());
        log.put("appendedAt", row.event().place().appendedAt().toString());
        put(log, "key", row.event().key());
        return log;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
