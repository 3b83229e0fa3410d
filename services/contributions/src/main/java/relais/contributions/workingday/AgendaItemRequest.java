package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A point to talk about.
 *
 * @param card the id of what it is about: an experience, a contribution, an objective, an action, a
 *     partner or another working day that everyone may read
 * @param cardVersion the version of it to talk about; absent for whichever is current on the day
 */
@Schema(
        example =
                """
                {"label": "Ce que l’essai de Besançon nous apprend", "card": "x-3f9c2a",
                 "cardVersion": 4, "note": "Vingt minutes"}""")
record AgendaItemRequest(
        @Nullable String label,
        @Nullable String card,
        @Nullable Long cardVersion,
        @Nullable String note) {

    public WorkingDayCommand command(AgendaItemId item) {
        return new WorkingDayCommand.AddItem(item, label, card, cardVersion, note);
    }
}
