package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;
import relais.aggregates.territory.TerritoryCode;

/**
 * A working day as this service shows it.
 *
 * @param agenda in the order in which points were added; absent in lists
 * @param minutes absent before they are published, and in lists
 * @param reason why it was cancelled
 */
@Schema(
        example =
                """
                {"id": "wd-3f9c2a", "version": 5, "status": "HELD", "date": "2025-11-20",
                 "place": "Lyon", "territory": "commune:69123", "theme": "La gouvernance partagée",
                 "agenda": [{"id": "ai-3f9c2a", "partner": "p-commune-25056",
                   "label": "Ce que l’essai de Besançon nous apprend", "card": "x-3f9c2a",
                   "cardVersion": 4}],
                 "minutes": {"text": "# Gouvernance partagée\\n\\nDix-huit partenaires ont…",
                   "attending": ["p-mene", "p-departement-45"],
                   "decisions": [{"id": "d-1", "text": "Le Loiret raccorde ses collèges.",
                     "action": "ac-3f9c2a"}],
                   "publishedAt": "2025-11-21T16:00:00Z"},
                 "scheduledAt": "2025-06-02T08:00:00Z", "updatedAt": "2025-11-21T16:00:00Z"}""")
record WorkingDayJson(
        String id,
        long version,
        String status,
        LocalDate date,
        String place,
        @Nullable String territory,
        String theme,
        @Nullable String description,
        @Nullable List<AgendaItemJson> agenda,
        @Nullable MinutesJson minutes,
        @Nullable String reason,
        Instant scheduledAt,
        Instant updatedAt) {

    /**
     * @param partner that asked for it; absent if the secretariat did
     */
    record AgendaItemJson(
            String id,
            @Nullable String partner,
            String label,
            @Nullable String card,
            @Nullable Long cardVersion,
            @Nullable String note) {

        static AgendaItemJson of(AgendaItem item) {
            return new AgendaItemJson(
                    item.id().value(),
                    item.partner() == null ? null : item.partner().value(),
                    item.label(),
                    item.card(),
                    item.cardVersion(),
                    item.note());
        }
    }

    static WorkingDayJson of(Stored<WorkingDay> stored) {
        WorkingDay workingDay = stored.state();
        Minutes minutes = workingDay.minutes();
        return of(
                new WorkingDays.Listed(
                        workingDay.id(),
                        stored.version(),
                        workingDay.meeting(),
                        workingDay.status(),
                        workingDay.reason(),
                        workingDay.scheduledAt(),
                        stored.lastEventAt()),
                workingDay.agenda().stream().map(AgendaItemJson::of).toList(),
                minutes == null ? null : MinutesJson.of(minutes));
    }

    static WorkingDayJson of(WorkingDays.Listed listed) {
        return of(listed, null, null);
    }

    private static WorkingDayJson of(
            WorkingDays.Listed listed,
            @Nullable List<AgendaItemJson> agenda,
            @Nullable MinutesJson minutes) {
        Meeting meeting = listed.meeting();
        TerritoryCode territory = meeting.territory();
        return new WorkingDayJson(
                listed.id().value(),
                listed.version(),
                listed.status().name(),
                meeting.date(),
                meeting.place(),
                territory == null ? null : territory.value(),
                meeting.theme(),
                meeting.description(),
                agenda,
                minutes,
                listed.reason(),
                listed.scheduledAt(),
                listed.updatedAt());
    }
}
