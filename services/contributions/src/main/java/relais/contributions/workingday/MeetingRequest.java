package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When and where the partners meet, and what about.
 *
 * @param date today or later (French civil day)
 * @param place in plain words
 * @param territory of that place, as {@code scheme:code}
 */
@Schema(
        example =
                """
                {"date": "2026-06-18", "place": "Lyon", "territory": "commune:69123",
                 "theme": "La gouvernance partagée", "description": "Accueil à partir de 9 h."}""")
record MeetingRequest(
        @Schema(format = "date") @Nullable String date,
        @Nullable String place,
        @Nullable String territory,
        @Nullable String theme,
        @Nullable String description) {

    public WorkingDayCommand scheduling(WorkingDayId id) {
        return new WorkingDayCommand.Schedule(
                id, new ProposedMeeting(date, place, territory, theme, description));
    }
}
