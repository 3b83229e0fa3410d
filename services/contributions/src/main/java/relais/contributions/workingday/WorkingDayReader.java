package relais.contributions.workingday;

import java.time.LocalDate;
import java.util.function.Function;
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

/** Reads what {@link WorkingDayLanguage} said. */
final class WorkingDayReader {

    private WorkingDayReader() {}

    /**
     * @param filed its partner is the one for which the day was scheduled
     */
    static WorkingDayEvent fromAvro(SpecificRecord event, Filed filed) {
        return switch (event) {
            case WorkingDayScheduled e ->
                    new WorkingDayEvent.Scheduled(
                            new WorkingDayId(e.getWorkingDayId()),
                            optional(filed.partner(), PartnerId::new),
                            meeting(
                                    e.getDate(),
                                    e.getPlace(),
                                    e.getTerritory(),
                                    e.getTheme(),
                                    e.getDescription()));
            case WorkingDayRescheduled e ->
                    new WorkingDayEvent.Rescheduled(
                            meeting(
                                    e.getDate(),
                                    e.getPlace(),
                                    e.getTerritory(),
                                    e.getTheme(),
                                    e.getDescription()),
                            e.getReason());
            case WorkingDayCancelled e -> new WorkingDayEvent.Cancelled(e.getReason());
            case AgendaItemAdded e ->
                    new WorkingDayEvent.ItemAdded(
                            new AgendaItem(
                                    new AgendaItemId(e.getItemId()),
                                    optional(e.getPartnerId(), PartnerId::new),
                                    e.getLabel(),
                                    e.getCardId(),
                                    e.getCardVersion(),
                                    e.getNote()));
            case AgendaItemRemoved e ->
                    new WorkingDayEvent.ItemRemoved(new AgendaItemId(e.getItemId()), e.getReason());
            case MinutesPublished e ->
                    new WorkingDayEvent.MinutesPublished(
                            e.getText(),
                            e.getAttending().stream().map(PartnerId::new).toList(),
                            e.getDecisions().stream().map(DecisionAvro::read).toList(),
                            e.getCorrection());
            default -> throw PublishedLanguage.stranger(event);
        };
    }

    private static Meeting meeting(
            LocalDate date,
            String place,
            @Nullable String territory,
            String theme,
            @Nullable String description) {
        return new Meeting(
                date, place, optional(territory, TerritoryCode::new), theme, description);
    }

    private static <T> @Nullable T optional(@Nullable String text, Function<String, T> make) {
        return text == null ? null : make.apply(text);
    }
}
