package relais.feed.adapter.kafka;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.Stamp;
import relais.feed.projection.WorkingDayCard;
import relais.feed.projection.WorkingDayEvent;

/** The published events of working days, in this service's words. */
final class WorkingDayAvro {

    private WorkingDayAvro() {}

    /** Null if it is not an event of working days. */
    static @Nullable FeedEvent translate(Stamp stamp, SpecificRecord event) {
        return switch (event) {
            case WorkingDayScheduled e ->
                    new WorkingDayEvent.WorkingDayScheduled(
                            stamp,
                            new WorkingDayCard.Meeting(
                                    e.getDate(),
                                    e.getPlace(),
                                    e.getTerritory(),
                                    e.getTheme(),
                                    e.getDescription()));
            case WorkingDayRescheduled e ->
                    new WorkingDayEvent.WorkingDayRescheduled(
                            stamp,
                            new WorkingDayCard.Meeting(
                                    e.getDate(),
                                    e.getPlace(),
                                    e.getTerritory(),
                                    e.getTheme(),
                                    e.getDescription()),
                            e.getReason());
            case WorkingDayCancelled e ->
                    new WorkingDayEvent.WorkingDayCancelled(stamp, e.getReason());
            case AgendaItemAdded e ->
                    new WorkingDayEvent.AgendaItemAdded(
                            stamp,
                            new WorkingDayCard.AgendaItem(
                                    e.getItemId(),
                                    e.getPartnerId(),
                                    e.getLabel(),
                                    e.getCardId(),
                                    e.getCardVersion(),
                                    e.getNote()));
            case AgendaItemRemoved e ->
                    new WorkingDayEvent.AgendaItemRemoved(stamp, e.getItemId(), e.getReason());
            case MinutesPublished e ->
                    new WorkingDayEvent.MinutesPublished(
                            stamp,
                            e.getText(),
                            e.getAttending(),
                            e.getDecisions().stream()
                                    .map(
                                            decision ->
                                                    new WorkingDayCard.DecisionTaken(
                                                            decision.getDecisionId(),
                                                            decision.getText(),
                                                            decision.getActionId()))
                                    .toList(),
                            e.getCorrection());
            default -> null;
        };
    }
}
