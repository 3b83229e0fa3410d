package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import relais.contributions.action.ActionId;
import relais.contributions.action.ActionPlan;

/**
 * What the partners decided.
 *
 * @param action that the decision becomes; absent if it asks for none
 * @param plan what that action was to be when it was decided; absent exactly when the action is
 */
public record MeetingDecision(
        DecisionId id,
        String text,
        @Nullable ActionId action,
        @JsonIgnore @Nullable ActionPlan plan) {

    public MeetingDecision {
        if ((action == null) != (plan == null)) {
            throw new IllegalArgumentException("An action has a plan: " + id);
        }
    }
}
