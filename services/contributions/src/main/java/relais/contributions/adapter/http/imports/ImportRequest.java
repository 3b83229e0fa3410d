package relais.contributions.adapter.http.imports;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An archive. */
record ImportRequest(
        @ArraySchema(maxItems = 1000, schema = @Schema(type = "object"))
                @Nullable List<@Nullable ObjectNode> rows) {

    /** Rows may hold texts of messages: whoever logs requests must not log them. */
    @Override
    public String toString() {
        return "ImportRequest[" + (rows == null ? 0 : rows.size()) + " rows]";
    }
}
