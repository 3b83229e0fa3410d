package relais.contributions.reaction;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.workingday.DecisionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.workingday.WorkingDayId;
import relais.contributions.action.ActionId;
import relais.contributions.action.ActionPlan;
import relais.contributions.action.DecidedAction;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ContributionAdopted;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.MeetingDecision;
import relais.events.contributions.MinutesPublished;

/** Reads, in this service's own published language, what it has to answer. */
final class OwnEventReader {

    private OwnEventReader() {}

    /**
     * @throws IllegalArgumentException if the event is of another type or its values make no sense
     */
    static OwnEvent read(SpecificRecord event) {
        return switch (event) {
            case EvidenceCited e ->
                    new OwnEvent.EvidenceCited(
                            new ContributionId(e.getContributionId()),
                            new ExperienceId(e.getExperienceId()));
            case ContributionAdopted e ->
                    new OwnEvent.ContributionAdopted(
                            new ContributionId(e.getContributionId()),
                            contribution(e.getSupersedes()));
            case MinutesPublished e ->
                    new OwnEvent.MinutesPublished(
                            new WorkingDayId(e.getWorkingDayId()),
                            e.getDecisions().stream().flatMap(OwnEventReader::decided).toList());
            default ->
                    throw new IllegalArgumentException(
                            "Nothing to answer: " + event.getSchema().getFullName());
        };
    }

    private static Stream<DecidedAction> decided(MeetingDecision decision) {
        String action = decision.getActionId();
        ActionContent content = decision.getAction();
        return action == null || content == null
                ? Stream.empty()
                : Stream.of(
                        new DecidedAction(
                                new DecisionId(decision.getDecisionId()),
                                new ActionId(action),
                                plan(content)));
    }

    private static ActionPlan plan(ActionContent content) {
        return new ActionPlan(
                content.getTitle(),
                content.getDescription(),
                new PartnerId(content.getLeadPartnerId()),
                content.getPartnersInvolved().stream().map(PartnerId::new).toList(),
                new TerritoryCode(content.getTerritory()),
                axes(content),
                content.getDueOn(),
                content.getObjectives().stream().map(ObjectiveId::new).toList(),
                contribution(content.getContributionId()),
                content.getExperiences().stream().map(ExperienceId::new).toList());
    }

    /** An axis of a later release is nothing that this one could plan for. */
    private static List<Axis> axes(ActionContent content) {
        return content.getAxes().stream()
                .flatMap(axis -> Axis.parse(axis.name()).stream())
                .toList();
    }

    private static @Nullable ContributionId contribution(@Nullable String id) {
        return id == null ? null : new ContributionId(id);
    }
}
