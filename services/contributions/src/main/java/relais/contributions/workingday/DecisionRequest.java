package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.contributions.action.PlanRequest;

/**
 * @param id in corrected minutes: the decision of the minutes before that this one keeps
 * @param action what is to be done, if the decision is to become an action
 */
@Schema(
        example =
                """
                {"text": "Le Loiret raccorde ses collèges avant l’été.",
                 "action": {"title": "Raccorder les collèges du Loiret", "lead": "p-departement-45",
                   "territory": "departement:45", "axes": ["INFRASTRUCTURE"],
                   "dueOn": "2026-08-31"}}""")
record DecisionRequest(
        @Nullable String id, @Nullable String text, @Nullable PlanRequest action) {

    ProposedDecision proposed() {
        return new ProposedDecision(id, text, action == null ? null : action.plan());
    }
}
