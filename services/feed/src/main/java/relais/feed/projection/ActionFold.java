package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each event makes of an action's card. */
final class ActionFold {

    private ActionFold() {}

    static ActionCard fold(@Nullable ActionCard previous, ActionEvent event, Revision revision) {
        if (event instanceof ActionEvent.ActionPlanned planned && previous == null) {
            return new ActionCard(
                    revision, planned.plan(), planned.origin(), Status.PLANNED, List.of(), null);
        }
        if (previous == null) {
            throw CardFold.impossible(event);
        }
        ActionCard card = previous;
        return switch (event) {
            case ActionEvent.ActionPlanned again -> throw CardFold.impossible(again);
            case ActionEvent.ActionRevised revised ->
                    new ActionCard(
                            revision,
                            revised.plan(),
                            card.origin(),
                            card.status(),
                            card.progress(),
                            card.end());
            case ActionEvent.ActionProgressed progressed ->
                    new ActionCard(
                            revision,
                            card.plan(),
                            card.origin(),
                            Status.UNDER_WAY,
                            progressed(card.progress(), progressed),
                            null);
            case ActionEvent.ActionCompleted completed ->
                    ended(
                            card,
                            revision,
                            Status.COMPLETED,
                            new ActionCard.End(completed.completedOn(), completed.report()));
            case ActionEvent.ActionAbandoned abandoned ->
                    ended(
                            card,
                            revision,
                            Status.ABANDONED,
                            new ActionCard.End(null, abandoned.reason()));
        };
    }

    private static ActionCard ended(
            ActionCard card, Revision revision, Status status, ActionCard.End end) {
        return new ActionCard(revision, card.plan(), card.origin(), status, card.progress(), end);
    }

    private static List<ActionCard.Progress> progressed(
            List<ActionCard.Progress> before, ActionEvent.ActionProgressed event) {
        var progress = new ArrayList<>(before);
        progress.add(
                new ActionCard.Progress(event.percent(), event.stamp().time(), event.report()));
        return progress;
    }
}
