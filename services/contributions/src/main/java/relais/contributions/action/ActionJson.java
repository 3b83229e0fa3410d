package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;

/**
 * An action as this service shows it.
 *
 * @param late whether it should have been done by now (French civil day)
 * @param reports the last ones, oldest first; absent in lists
 * @param completedOn absent while it is not completed
 * @param reason why it was abandoned
 * @param workingDay where it was decided, if it comes from minutes
 * @param decision in those minutes
 */
@Schema(
        example =
                """
                {"id": "ac-3f9c2a", "version": 3, "status": "UNDER_WAY", "late": false,
                 "percent": 40, "title": "Raccorder les collèges du Loiret",
                 "lead": "p-departement-45", "partnersInvolved": ["p-academie-18"],
                 "territory": "departement:45", "axes": ["INFRASTRUCTURE"],
                 "dueOn": "2026-08-31", "objectives": ["o-3f9c2a"], "contribution": "c-3f9c2a",
                 "experiences": ["x-3f9c2a"],
                 "reports": [{"percent": 40, "report": "Neuf collèges raccordés sur vingt-trois.",
                   "at": "2026-02-03T10:00:00Z"}],
                 "workingDay": "wd-3f9c2a", "decision": "d-1",
                 "plannedAt": "2025-11-20T16:00:00Z", "updatedAt": "2026-02-03T10:00:00Z"}""")
record ActionJson(
        String id,
        long version,
        String status,
        boolean late,
        int percent,
        String title,
        @Nullable String description,
        String lead,
        List<String> partnersInvolved,
        String territory,
        List<String> axes,
        LocalDate dueOn,
        List<String> objectives,
        @Nullable String contribution,
        List<String> experiences,
        @Nullable List<ReportJson> reports,
        @Nullable LocalDate completedOn,
        @Nullable String reason,
        @Nullable String workingDay,
        @Nullable String decision,
        Instant plannedAt,
        Instant updatedAt) {

    record ReportJson(int percent, String report, Instant at) {

        static ReportJson of(ProgressReport report) {
            return new ReportJson(report.percent(), report.report(), report.at());
        }
    }

    static ActionJson of(ReadActions.Reading reading) {
        Stored<Action> stored = reading.stored();
        Action action = stored.state();
        return of(
                new Actions.Listed(
                        action.id(),
                        stored.version(),
                        action.plan(),
                        action.status(),
                        action.percent(),
                        action.completedOn(),
                        action.reason(),
                        action.origin(),
                        action.plannedAt(),
                        stored.lastEventAt()),
                reading.today(),
                action.reports().stream().map(ReportJson::of).toList());
    }

    static ActionJson of(Actions.Listed listed, LocalDate today) {
        return of(listed, today, null);
    }

    private static ActionJson of(
            Actions.Listed action, LocalDate today, @Nullable List<ReportJson> reports) {
        ActionPlan plan = action.plan();
        ActionStatus status = action.status();
        Origin origin = action.origin();
        return new ActionJson(
                action.id().value(),
                action.version(),
                status.name(),
                status.isLate(plan.dueOn(), today),
                action.percent(),
                plan.title(),
                plan.description(),
                plan.lead().value(),
                texts(plan.partnersInvolved()),
                plan.territory().value(),
                texts(plan.axes()),
                plan.dueOn(),
                texts(plan.objectives()),
                text(plan.contribution()),
                texts(plan.experiences()),
                reports,
                action.completedOn(),
                action.reason(),
                origin == null ? null : origin.workingDay().value(),
                origin == null ? null : origin.decision().value(),
                action.plannedAt(),
                action.updatedAt());
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }

    private static List<String> texts(List<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
