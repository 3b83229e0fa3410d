package relais.contributions.workingday;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.log.Filed;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.events.contributions.AgendaItemAdded;
import relais.events.contributions.AgendaItemRemoved;
import relais.events.contributions.MinutesPublished;
import relais.events.contributions.WorkingDayCancelled;
import relais.events.contributions.WorkingDayRescheduled;
import relais.events.contributions.WorkingDayScheduled;

/** Says what happened to a working day in the published language. */
public final class WorkingDayLanguage implements PublishedLanguage<WorkingDay, WorkingDayEvent> {

    /** The committee meets for the whole country, wherever it meets. */
    private static final String FRANCE = "pays:FR";

    @Override
    public String home(WorkingDay workingDay) {
        return FRANCE;
    }

    @Override
    public String territory(WorkingDay workingDay) {
        TerritoryCode territory = workingDay.meeting().territory();
        return territory == null ? FRANCE : territory.value();
    }

    @Override
    public @Nullable String partner(WorkingDay workingDay) {
        return text(workingDay.scheduledBy());
    }

    @Override
    public SpecificRecord toAvro(String id, WorkingDayEvent event) {
        return switch (event) {
            case WorkingDayEvent.Scheduled scheduled -> scheduled(id, scheduled.meeting());
            case WorkingDayEvent.Rescheduled rescheduled -> rescheduled(id, rescheduled);
            case WorkingDayEvent.Cancelled cancelled ->
                    WorkingDayCancelled.newBuilder()
                            .setWorkingDayId(id)
                            .setReason(cancelled.reason())
                            .build();
            case WorkingDayEvent.ItemAdded added -> added(id, added.item());
            case WorkingDayEvent.ItemRemoved removed ->
                    AgendaItemRemoved.newBuilder()
                            .setWorkingDayId(id)
                            .setItemId(removed.item().value())
                            .setReason(removed.reason())
                            .build();
            case WorkingDayEvent.MinutesPublished published ->
                    MinutesPublished.newBuilder()
                            .setWorkingDayId(id)
                            .setText(published.text())
                            .setAttending(
                                    published.attending().stream().map(PartnerId::value).toList())
                            .setDecisions(
                                    published.decisions().stream()
                                            .map(DecisionAvro::write)
                                            .toList())
                            .setCorrection(published.correction())
                            .build();
        };
    }

    @Override
    public WorkingDayEvent fromAvro(SpecificRecord event, Filed filed) {
        return WorkingDayReader.fromAvro(event, filed);
    }

    private static SpecificRecord scheduled(String id, Meeting meeting) {
        return WorkingDayScheduled.newBuilder()
                .setWorkingDayId(id)
                .setDate(meeting.date())
                .setPlace(meeting.place())
                .setTerritory(text(meeting.territory()))
                .setTheme(meeting.theme())
                .setDescription(meeting.description())
                .build();
    }

    private static SpecificRecord rescheduled(String id, WorkingDayEvent.Rescheduled rescheduled) {
        Meeting meeting = rescheduled.meeting();
        return WorkingDayRescheduled.newBuilder()
                .setWorkingDayId(id)
                .setDate(meeting.date())
                .setPlace(meeting.place())
                .setTerritory(text(meeting.territory()))
                .setTheme(meeting.theme())
                .setDescription(meeting.description())
                .setReason(rescheduled.reason())
                .build();
    }

    private static SpecificRecord added(String id, AgendaItem item) {
        return AgendaItemAdded.newBuilder()
                .setWorkingDayId(id)
                .setItemId(item.id().value())
                .setPartnerId(text(item.partner()))
                .setLabel(item.label())
                .setCardId(item.card())
                .setCardVersion(item.cardVersion())
                .setNote(item.note())
                .build();
    }

    private static @Nullable String text(@Nullable Object id) {
        return id == null ? null : id.toString();
    }
}
