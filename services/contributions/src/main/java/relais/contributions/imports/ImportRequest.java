package relais.contributions.imports;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An archive. */
@Schema(
        example =
                """
                {"rows": [
                  {"operation": "OPEN_CONTRIBUTION", "ref": "socle",
                   "occurredAt": "2015-10-01T09:00:00Z", "partner": "p-mene",
                   "kind": "FRAMEWORK", "title": "Socle numérique de base",
                   "axes": ["INFRASTRUCTURE"], "drafters": ["p-departement-45"]},
                  {"operation": "WITHDRAW_CONTRIBUTION", "contribution": "ref:socle",
                   "occurredAt": "2015-11-01T09:00:00Z", "partner": "p-mene",
                   "reason": "Repris dans un autre texte"}]}""")
record ImportRequest(
        @ArraySchema(maxItems = 1000, schema = @Schema(type = "object"))
                @Nullable List<@Nullable ObjectNode> rows) {

    /** Rows may hold texts of messages: whoever logs requests must not log them. */
    @Override
    public String toString() {
        return "ImportRequest[" + (rows == null ? 0 : rows.size()) + " rows]";
    }
}
