package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.contributions.action.ActionId;

/**
 * What a change answers: enough to read one's own write, and to change again.
 *
 * @param item the point that was added or removed
 * @param decisions after minutes: what each became
 */
@Schema(
        example =
                """
                {"id": "wd-3f9c2a", "version": 5, "status": "HELD",
                 "decisions": [{"id": "d-1"}, {"id": "d-2", "action": "ac-3f9c2a"}]}\
                """)
record WorkingDayChangeJson(
        String id,
        long version,
        WorkingDayStatus status,
        @Nullable AgendaItemId item,
        @Nullable List<DecidedJson> decisions) {

    /**
     * @param action the id of the action that the decision becomes in a moment
     */
    record DecidedJson(DecisionId id, @Nullable ActionId action) {}

    static WorkingDayChangeJson of(Stored<WorkingDay> stored) {
        return ofItem(stored, null);
    }

    static WorkingDayChangeJson ofItem(Stored<WorkingDay> stored, @Nullable AgendaItemId item) {
        return new WorkingDayChangeJson(
                stored.id(), stored.version(), stored.state().status(), item, null);
    }

    static WorkingDayChangeJson ofMinutes(Stored<WorkingDay> stored) {
        Minutes minutes = stored.state().minutes();
        return new WorkingDayChangeJson(
                stored.id(),
                stored.version(),
                stored.state().status(),
                null,
                minutes == null
                        ? List.of()
                        : minutes.decisions().stream()
                                .map(one -> new DecidedJson(one.id(), one.action()))
                                .toList());
    }
}
