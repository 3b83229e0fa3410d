package relais.feed.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.Axis;
import relais.feed.projection.ActionCard;
import relais.feed.projection.ActionEvent;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.Stamp;

/** The published events of actions, in this service's words. */
final class ActionAvro {

    private ActionAvro() {}

    /** Null if it is not an event of actions. */
    static @Nullable FeedEvent translate(Stamp stamp, SpecificRecord event) {
        return switch (event) {
            case ActionPlanned e ->
                    new ActionEvent.ActionPlanned(
                            stamp,
                            plan(e.getContent()),
                            e.getWorkingDayId() == null
                                    ? null
                                    : new ActionCard.Origin(
                                            e.getWorkingDayId(), e.getDecisionId()));
            case ActionRevised e ->
                    new ActionEvent.ActionRevised(stamp, plan(e.getContent()), e.getReason());
            case ActionProgressed e ->
                    new ActionEvent.ActionProgressed(stamp, e.getPercent(), e.getReport());
            case ActionCompleted e ->
                    new ActionEvent.ActionCompleted(stamp, e.getCompletedOn(), e.getReport());
            case ActionAbandoned e -> new ActionEvent.ActionAbandoned(stamp, e.getReason());
            default -> null;
        };
    }

    private static ActionCard.Plan plan(ActionContent content) {
        return new ActionCard.Plan(
                content.getTitle(),
                content.getDescription(),
                content.getLeadPartnerId(),
                content.getPartnersInvolved(),
                content.getTerritory(),
                content.getAxes().stream().map(Axis::name).toList(),
                content.getDueOn(),
                content.getObjectives(),
                content.getContributionId(),
                content.getExperiences());
    }
}
