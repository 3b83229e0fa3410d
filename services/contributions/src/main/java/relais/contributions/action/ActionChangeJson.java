package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import relais.aggregates.Stored;

/** What a change answers: enough to read one's own write, and to change again. */
@Schema(
        example =
                "{\"id\": \"ac-3f9c2a\", \"version\": 3, \"status\": \"UNDER_WAY\", \"percent\":"
                        + " 40}")
record ActionChangeJson(String id, long version, ActionStatus status, int percent) {

    static ActionChangeJson of(Stored<Action> stored) {
        return new ActionChangeJson(
                stored.id(), stored.version(), stored.state().status(), stored.state().percent());
    }
}
