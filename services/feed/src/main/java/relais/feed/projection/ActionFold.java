package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.ActionAbandoned;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;
import relais.feed.projection.ActionCard.End;
import relais.feed.projection.ActionCard.Origin;
import relais.feed.projection.ActionCard.Progress;

/** What each event makes of an action's card. */
final class ActionFold {

    private ActionFold() {}

    static ActionCard planned(ActionPlanned event, Revision revision) {
        var origin = new Origin(event.getWorkingDayId(), event.getDecisionId());
        return card(revision, event.getContent(), origin, Status.PLANNED, List.of(), null);
    }

    static ActionCard fold(ActionCard card, SpecificRecord event) {
        return switch (event) {
            case ActionRevised e ->
                    card(
                            card.revision(),
                            e.getContent(),
                            card.origin(),
                            card.status(),
                            card.progress(),
                            card.end());
            case ActionProgressed e -> card.progressed(progressed(card, e));
            case ActionCompleted e ->
                    card.ended(Status.COMPLETED, new End(e.getCompletedOn(), e.getReport()));
            case ActionAbandoned e -> card.ended(Status.ABANDONED, new End(null, e.getReason()));
            default -> throw CardFold.impossible(event, card.revision());
        };
    }

    private static ActionCard card(
            Revision revision,
            ActionContent content,
            Origin origin,
            Status status,
            List<Progress> progress,
            @Nullable End end) {
        return new ActionCard(
                revision,
                Headline.of(content.getTitle(), null, content.getTerritory(), content.getAxes()),
                content.getLeadPartnerId(),
                new ActionCard.Plan(
                        content.getDescription(),
                        content.getPartnersInvolved(),
                        content.getObjectives(),
                        content.getContributionId(),
                        content.getExperiences()),
                content.getDueOn(),
                origin,
                status,
                progress,
                end);
    }

    private static List<Progress> progressed(ActionCard card, ActionProgressed event) {
        var progress = new ArrayList<>(card.progress());
        progress.add(
                new Progress(event.getPercent(), card.revision().eventTime(), event.getReport()));
        return progress;
    }
}
