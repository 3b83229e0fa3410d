package relais.history.adapter.format;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import relais.history.export.EventLine;
import relais.history.export.Format;
import relais.history.export.Row;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** An {@link EventLine} a line. */
public record NdjsonFormat(JsonMapper json) implements Format<byte[]> {

    private static final int TYPICAL_LENGTH = 2048;

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
        return line(json, EventLine.of(row, null));
    }

    static byte[] line(JsonMapper json, EventLine event) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(TYPICAL_LENGTH);
        try (JsonGenerator out = json.createGenerator(line)) {
            event.writeTo(out);
        }
        line.write('\n');
        return line.toByteArray();
    }

    @Override
    public Writer<byte[]> open(OutputStream out) {
        return Writer.to(out);
    }
}
