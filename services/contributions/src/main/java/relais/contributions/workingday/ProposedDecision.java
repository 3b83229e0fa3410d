package relais.contributions.workingday;

import org.jspecify.annotations.Nullable;
import relais.aggregates.Typed;
import relais.contributions.action.ProposedPlan;

/**
 * A decision as someone typed it.
 *
 * @param id the decision of the minutes before that this one keeps; absent for a new one. Archives
 *     may name new ones themselves.
 * @param action what is to be done, if the decision is to become an action
 */
public record ProposedDecision(
        @Nullable String id, @Nullable String text, @Nullable ProposedPlan action) {

    public ProposedDecision {
        id = Typed.text(id);
        text = Typed.text(text);
    }
}
