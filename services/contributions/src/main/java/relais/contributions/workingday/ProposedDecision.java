package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;
import relais.contributions.action.ProposedPlan;

/**
 * A decision as someone typed it.
 *
 * @param id in corrected minutes: the decision of the minutes before that this one keeps. Archives
 *     may name new ones themselves.
 * @param action what is to be done, if the decision is to become an action
 */
@Schema(
        name = "DecisionRequest",
        example =
                """
                {"text": "Le Loiret raccorde ses collèges avant l’été.",
                 "action": {"title": "Raccorder les collèges du Loiret", "lead": "p-departement-45",
                   "territory": "departement:45", "axes": ["INFRASTRUCTURE"],
                   "dueOn": "2026-08-31"}}\
                """)
public record ProposedDecision(
        @Nullable String id, @Nullable String text, @Nullable ProposedPlan action) {

    static final ProposedDecision EMPTY = new ProposedDecision(null, null, null);

    public ProposedDecision {
        id = Typed.text(id);
        text = Typed.text(text);
    }
}
