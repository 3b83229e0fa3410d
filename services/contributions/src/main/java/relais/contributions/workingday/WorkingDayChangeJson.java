package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;

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
                 "decisions": [{"id": "d-1"}, {"id": "d-2", "action": "ac-3f9c2a"}]}""")
record WorkingDayChangeJson(
        String id,
        long version,
        String status,
        @Nullable String item,
        @Nullable List<DecidedJson> decisions) {

    /**
     * @param action the id of the action that the decision becomes in a moment
     */
    record DecidedJson(String id, @Nullable String action) {

        static DecidedJson of(MeetingDecision decision) {
            return new DecidedJson(
                    decision.id().value(),
                    decision.action() == null ? null : decision.action().value());
        }
    }

    static WorkingDayChangeJson of(Stored<WorkingDay> stored) {
        return of(stored, null, null);
    }

    static WorkingDayChangeJson ofItem(Stored<WorkingDay> stored, String item) {
        return of(stored, item, null);
    }

    static WorkingDayChangeJson ofMinutes(Stored<WorkingDay> stored) {
        Minutes minutes = stored.state().minutes();
        return of(
                stored,
                null,
                minutes == null
                        ? List.of()
                        : minutes.decisions().stream().map(DecidedJson::of).toList());
    }

    private static WorkingDayChangeJson of(
            Stored<WorkingDay> stored,
            @Nullable String item,
            @Nullable List<DecidedJson> decisions) {
        return new WorkingDayChangeJson(
                stored.id(), stored.version(), stored.state().status().name(), item, decisions);
    }
}
