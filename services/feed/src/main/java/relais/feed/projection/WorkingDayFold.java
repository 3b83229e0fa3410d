package relais.feed.projection;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;
import relais.feed.projection.WorkingDayCard.AgendaItem;
import relais.feed.projection.WorkingDayCard.DecisionTaken;
import relais.feed.projection.WorkingDayCard.Meeting;
import relais.feed.projection.WorkingDayCard.Minutes;

/** What each event makes of a working day's card. */
final class WorkingDayFold {

    private WorkingDayFold() {}

    static WorkingDayCard scheduled(
            WorkingDayScheduled event, @Nullable String partner, Revision revision) {
        return new WorkingDayCard(
                revision,
                headline(event.getTheme(), event.getPlace(), event.getTerritory()),
                partner,
                new Meeting(event.getDate(), event.getTerritory(), event.getDescription()),
                List.of(),
                null,
                Status.SCHEDULED,
                null);
    }

    static WorkingDayCard fold(WorkingDayCard card, SpecificRecord event) {
        return switch (event) {
            case WorkingDayRescheduled e ->
                    card.rescheduled(
                            headline(e.getTheme(), e.getPlace(), e.getTerritory()),
                            new Meeting(e.getDate(), e.getTerritory(), e.getDescription()),
                            e.getReason());
            case WorkingDayCancelled e ->
                    card.ended(Status.CANCELLED, card.minutes(), e.getReason());
            case AgendaItemAdded e -> card.prepared(with(card, e));
            case AgendaItemRemoved e -> card.prepared(without(card, e.getItemId()));
            case MinutesPublished e -> card.ended(Status.HELD, minutes(card, e), null);
            default -> throw CardFold.impossible(event, card.revision());
        };
    }

    private static Headline headline(String theme, String place, @Nullable String territory) {
        return Headline.of(
                theme, place, territory == null ? Headline.EVERYWHERE : territory, List.of());
    }

    private static Minutes minutes(WorkingDayCard card, MinutesPublished event) {
        return new Minutes(
                event.getText(),
                event.getAttending(),
                event.getDecisions().stream()
                        .map(
                                decision ->
                                        new DecisionTaken(
                                                decision.getDecisionId(),
                                                decision.getText(),
                                                decision.getActionId()))
                        .toList(),
                card.revision().eventTime(),
                event.getCorrection());
    }

    private static List<AgendaItem> with(WorkingDayCard card, AgendaItemAdded event) {
        var agenda = new ArrayList<>(without(card, event.getItemId()));
        agenda.add(
                new AgendaItem(
                        event.getItemId(),
                        event.getPartnerId(),
                        event.getLabel(),
                        event.getCardId(),
                        event.getCardVersion(),
                        event.getNote()));
        return agenda;
    }

    private static List<AgendaItem> without(WorkingDayCard card, String id) {
        return card.agenda().stream().filter(item -> !item.id().equals(id)).toList();
    }
}
