package relais.contributions.objective;

import io.swagger.v3.oas.annotations.media.Schema;
import relais.aggregates.Stored;

/** What a change answers: enough to read one's own write, and to change again. */
@Schema(example = "{\"id\": \"o-3f9c2a\", \"version\": 5, \"status\": \"OPEN\"}")
record ObjectiveChangeJson(String id, long version, String status) {

    static ObjectiveChangeJson of(Stored<Objective> stored) {
        return new ObjectiveChangeJson(
                stored.id(), stored.version(), stored.state().status().name());
    }
}
