package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param completedOn absent for today
 * @param report what it brought
 */
@Schema(
        example =
                """
                {"completedOn": "2026-06-30", "report": "Tous les collèges sont raccordés."}""")
record CompletionRequest(
        @Schema(format = "date") @Nullable String completedOn, @Nullable String report) {

    static final CompletionRequest NOTHING_SAID = new CompletionRequest(null, null);

    public ActionCommand command() {
        return new ActionCommand.Complete(completedOn, report);
    }
}
