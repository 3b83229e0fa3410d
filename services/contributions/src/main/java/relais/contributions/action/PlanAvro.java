package relais.contributions.action;

import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.ExperienceId;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;
import relais.events.contributions.ActionContent;
import relais.events.contributions.Axis;

/** Plans in the published language, and back: the service answers its own minutes. */
public final class PlanAvro {

    private PlanAvro() {}

    public static ActionContent write(ActionPlan plan) {
        return ActionContent.newBuilder()
                .setTitle(plan.title())
                .setDescription(plan.description())
                .setLeadPartnerId(plan.lead().value())
                .setPartnersInvolved(
                        plan.partnersInvolved().stream().map(PartnerId::value).toList())
                .setTerritory(plan.territory().value())
                .setAxes(plan.axes().stream().map(axis -> Axis.valueOf(axis.name())).toList())
                .setDueOn(plan.dueOn())
                .setObjectives(plan.objectives().stream().map(ObjectiveId::value).toList())
                .setContributionId(text(plan.contribution()))
                .setExperiences(plan.experiences().stream().map(ExperienceId::value).toList())
                .build();
    }

    /**
     * @throws IllegalArgumentException if this service could not have written it
     */
    public static ActionPlan read(ActionContent content) {
        return new ActionPlan(
                content.getTitle(),
                content.getDescription(),
                new PartnerId(content.getLeadPartnerId()),
                content.getPartnersInvolved().stream().map(PartnerId::new).toList(),
                new TerritoryCode(content.getTerritory()),
                content.getAxes().stream()
                        .map(axis -> relais.aggregates.Axis.valueOf(axis.name()))
                        .toList(),
                content.getDueOn(),
                content.getObjectives().stream().map(ObjectiveId::new).toList(),
                content.getContributionId() == null
                        ? null
                        : new ContributionId(content.getContributionId()),
                content.getExperiences().stream().map(ExperienceId::new).toList());
    }

    private static @Nullable String text(@Nullable ContributionId contribution) {
        return contribution == null ? null : contribution.value();
    }
}
