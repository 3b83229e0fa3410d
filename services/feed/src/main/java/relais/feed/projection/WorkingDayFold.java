package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.feed.projection.WorkingDayCard.AgendaItem;
import relais.feed.projection.WorkingDayCard.Minutes;

/** What each event makes of a working day's card. */
final class WorkingDayFold {

    private WorkingDayFold() {}

    static WorkingDayCard fold(
            @Nullable WorkingDayCard previous, WorkingDayEvent event, Revision revision) {
        if (event instanceof WorkingDayEvent.WorkingDayScheduled scheduled && previous == null) {
            return new WorkingDayCard(
                    revision,
                    scheduled.stamp().partner(),
                    scheduled.meeting(),
                    List.of(),
                    null,
                    Status.SCHEDULED,
                    null);
        }
        if (previous == null) {
            throw CardFold.impossible(event);
        }
        WorkingDayCard card = previous;
        return switch (event) {
            case WorkingDayEvent.WorkingDayScheduled again -> throw CardFold.impossible(again);
            case WorkingDayEvent.WorkingDayRescheduled rescheduled ->
                    new WorkingDayCard(
                            revision,
                            card.partner(),
                            rescheduled.meeting(),
                            card.agenda(),
                            card.minutes(),
                            card.status(),
                            rescheduled.reason());
            case WorkingDayEvent.WorkingDayCancelled cancelled ->
                    new WorkingDayCard(
                            revision,
                            card.partner(),
                            card.meeting(),
                            card.agenda(),
                            card.minutes(),
                            Status.CANCELLED,
                            cancelled.reason());
            case WorkingDayEvent.AgendaItemAdded added ->
                    prepared(card, revision, with(card.agenda(), added.item()));
            case WorkingDayEvent.AgendaItemRemoved removed ->
                    prepared(card, revision, without(card.agenda(), removed.itemId()));
            case WorkingDayEvent.MinutesPublished published ->
                    new WorkingDayCard(
                            revision,
                            card.partner(),
                            card.meeting(),
                            card.agenda(),
                            new Minutes(
                                    published.text(),
                                    published.attending(),
                                    published.decisions(),
                                    published.stamp().time(),
                                    published.correction()),
                            Status.HELD,
                            null);
        };
    }

    private static WorkingDayCard prepared(
            WorkingDayCard card, Revision revision, List<AgendaItem> agenda) {
        return new WorkingDayCard(
                revision,
                card.partner(),
                card.meeting(),
                agenda,
                card.minutes(),
                card.status(),
                card.reason());
    }

    private static List<AgendaItem> with(List<AgendaItem> before, AgendaItem added) {
        var agenda = new ArrayList<>(without(before, added.id()));
        agenda.add(added);
        return agenda;
    }

    private static List<AgendaItem> without(List<AgendaItem> before, String id) {
        return before.stream().filter(item -> !item.id().equals(id)).toList();
    }
}
