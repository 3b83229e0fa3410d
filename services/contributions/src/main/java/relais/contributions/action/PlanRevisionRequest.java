package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole plan as it is from now on: what the body leaves out is no longer there.
 *
 * @param reason why it is revised, for those who read the history
 */
@Schema(
        example =
                """
                {"title": "Raccorder les collèges du Loiret", "lead": "p-departement-45",
                 "territory": "departement:45", "axes": ["INFRASTRUCTURE"],
                 "dueOn": "2026-12-31", "objectives": ["o-3f9c2a"],
                 "reason": "Les travaux ont pris quatre mois de retard"}""")
record PlanRevisionRequest(
        @Nullable String title,
        @Nullable String description,
        @Nullable String lead,
        @Nullable List<@Nullable String> partnersInvolved,
        @Nullable String territory,
        @Nullable List<@Nullable String> axes,
        @Schema(format = "date") @Nullable String dueOn,
        @Nullable List<@Nullable String> objectives,
        @Nullable String contribution,
        @Nullable List<@Nullable String> experiences,
        @Nullable String reason) {

    public ActionCommand command() {
        PlanRequest plan =
                new PlanRequest(
                        title,
                        description,
                        lead,
                        partnersInvolved,
                        territory,
                        axes,
                        dueOn,
                        objectives,
                        contribution,
                        experiences);
        return new ActionCommand.Revise(plan.plan(), reason);
    }
}
