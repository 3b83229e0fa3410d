package relais.history.adapter.format;

import java.io.OutputStream;
import java.util.Arrays;
import relais.history.export.EventLine;
import relais.history.export.Format;
import relais.history.export.Row;
import tools.jackson.databind.json.JsonMapper;

/** An {@link EventLine} a line. */
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
        return line(json, EventLine.of(row, null));
    }

    static byte[] line(JsonMapper json, EventLine event) {
        byte[] line = json.writeValueAsBytes(event);
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        return ended;
    }

    @Override
    public Writer<byte[]> open(OutputStream out) {
        return Writer.to(out);
    }
}
