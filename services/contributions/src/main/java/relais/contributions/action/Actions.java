package relais.contributions.action;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Stored;
import relais.aggregates.partner.PartnerId;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;

/** What is asked of actions. Everyone may read them. */
public interface Actions {

    /**
     * What a list keeps. What is absent keeps all.
     *
     * @param lateOn only those that are late on that day: still to be done, and due before it
     */
    record Selection(
            @Nullable LocalDate lateOn,
            @Nullable Axis axis,
            @Nullable ActionStatus status,
            @Nullable PartnerId lead,
            @Nullable ObjectiveId objective,
            @Nullable ContributionId contribution) {}

    /** Where a list was left: the last entry that was shown. */
    record Position(LocalDate dueOn, String id) {}

    /** An entry of a list: without the reports. */
    record Listed(
            ActionId id,
            long version,
            ActionPlan plan,
            ActionStatus status,
            int percent,
            @Nullable LocalDate completedOn,
            @Nullable String reason,
            @Nullable Origin origin,
            Instant plannedAt,
            Instant updatedAt) {}

    Optional<Stored<Action>> find(ActionId id);

    /** What is due first comes first. */
    List<Listed> list(Selection selection, @Nullable Position after, int limit);
}
