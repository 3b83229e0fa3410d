package relais.contributions.workingday;

import java.util.Optional;
import relais.aggregates.avro.AvroMapping;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.contributions.action.ActionPlan;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;

/** Working days in the published language. */
public final class WorkingDayAvro {

    /** The committee meets for the whole country, wherever it meets. */
    private static final String FRANCE = "pays:FR";

    private WorkingDayAvro() {}

    public static PublishedLanguage<WorkingDay, WorkingDayEvent> language() {
        return PublishedLanguage.of(
                AvroMapping.of(WorkingDayEvent.class, "workingDayId")
                        .event(WorkingDayEvent.Scheduled.class, WorkingDayScheduled.class)
                        .fromPartner(WorkingDayEvent.Scheduled.class, "by")
                        .event(WorkingDayEvent.Rescheduled.class, WorkingDayRescheduled.class)
                        .event(WorkingDayEvent.Cancelled.class, WorkingDayCancelled.class)
                        .event(WorkingDayEvent.ItemAdded.class, AgendaItemAdded.class)
                        .field(WorkingDayEvent.ItemAdded.class, "item.id", "itemId")
                        .field(WorkingDayEvent.ItemAdded.class, "item.card", "cardId")
                        .event(WorkingDayEvent.ItemRemoved.class, AgendaItemRemoved.class)
                        .event(WorkingDayEvent.MinutesPublished.class, MinutesPublished.class)
                        .field(MeetingDecision.class, "id", "decisionId")
                        .field(MeetingDecision.class, "action", "actionId")
                        .field(MeetingDecision.class, "plan", "action")
                        .field(ActionPlan.class, "lead", "leadPartnerId")
                        .build(),
                _ -> FRANCE,
                day ->
                        day.meeting().territory() == null
                                ? FRANCE
                                : day.meeting().territory().value(),
                day -> Optional.ofNullable(day.scheduledBy()).map(PartnerId::value).orElse(null));
    }
}
