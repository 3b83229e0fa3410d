package relais.contributions.objective;

import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/** What can happen to an objective. */
public sealed interface ObjectiveEvent {

    /**
     * Set, or set anew.
     *
     * @param by the partner for which the secretariat acted, if it has one
     */
    record Set(ObjectiveId id, @Nullable PartnerId by, Objective.Aim aim, @Nullable String note)
            implements ObjectiveEvent {}

    record Measured(Objective.Measure measure) implements ObjectiveEvent {}

    record Withdrawn(String reason) implements ObjectiveEvent {}
}
