package relais.contributions.action;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.objective.ObjectiveId;

/**
 * What an action is, whole, at one version.
 *
 * @param lead the partner that answers for it
 * @param partnersInvolved the others that take part
 * @param axes at least one
 * @param dueOn the last day on which it is in time
 * @param objectives that it works towards
 * @param contribution that it puts into practice
 * @param experiences that it draws on
 */
public record ActionPlan(
        String title,
        @Nullable String description,
        PartnerId lead,
        List<PartnerId> partnersInvolved,
        TerritoryCode territory,
        List<Axis> axes,
        LocalDate dueOn,
        List<ObjectiveId> objectives,
        @Nullable ContributionId contribution,
        List<ExperienceId> experiences) {

    public ActionPlan {
        partnersInvolved = List.copyOf(partnersInvolved);
        axes = List.copyOf(axes);
        objectives = List.copyOf(objectives);
        experiences = List.copyOf(experiences);
    }
}
