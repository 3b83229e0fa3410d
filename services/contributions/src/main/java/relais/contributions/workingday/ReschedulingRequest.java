package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The whole meeting as it is from now on: what the body leaves out is no longer there. The agenda
 * stays.
 *
 * @param reason why it is moved, for those who meant to come
 */
@Schema(
        example =
                """
                {"date": "2026-06-25", "place": "Lyon", "territory": "commune:69123",
                 "theme": "La gouvernance partagée", "reason": "La salle n’est pas libre le 18"}""")
record ReschedulingRequest(
        @Schema(format = "date") @Nullable String date,
        @Nullable String place,
        @Nullable String territory,
        @Nullable String theme,
        @Nullable String description,
        @Nullable String reason) {

    public WorkingDayCommand command() {
        return new WorkingDayCommand.Reschedule(
                new ProposedMeeting(date, place, territory, theme, description), reason);
    }
}
