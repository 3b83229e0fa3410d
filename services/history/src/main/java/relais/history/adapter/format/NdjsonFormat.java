package relais.history.adapter.format;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import relais.history.export.Format;
import relais.history.export.Row;
import relais.log.Envelope;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line: what the headers say, where the event lies in the log, what it says. */
public record NdjsonFormat(JsonMapper json) implements Format<byte[]> {

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
        return line(json, object(row));
    }

    static byte[] line(JsonMapper json, Map<String, Object> object) {
        byte[] line = json.writeValueAsBytes(object);
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    @Override
    public Writer<byte[]> open(OutputStream out) {
        return Writer.to(out);
    }

    static Map<String, Object> object(Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        Envelope envelope = row.envelope();
        if (envelope != null) {
            object.put("id", envelope.id());
            object.put("type", envelope.type());
            object.put("aggregate", envelope.aggregateId());
            object.put("sequence", envelope.sequence());
            object.put("time", envelope.time().toString());
            object.put("territory", envelope.territory());
            put(object, "epci", row.parentTerritories().epci());
            put(object, "departement", row.parentTerritories().departement());
            put(object, "region", row.parentTerritories().region());
            put(object, "academie", row.parentTerritories().academie());
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
        return object;
    }

    private static Map<String, Object> log(Row row) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("topic", row.event().place().lane().topic());
        log.put("partition", row.event().place().lane().partition());
        log.put("offset", row.event().place().offset());
        log.put("appendedAt", row.event().place().appendedAt().toString());
        put(log, "key", row.event().key());
        if (row.repeat()) {
            log.put("repeat", true);
        }
        return log;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }
}
