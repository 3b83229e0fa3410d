package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param percent how much is done, from 0 to 100; it may fall
 * @param report what was done since, or why less is done than was thought
 */
@Schema(example = "{\"percent\": 40, \"report\": \"Neuf collèges raccordés sur vingt-trois.\"}")
record ProgressRequest(
        @Schema(minimum = "0", maximum = "100") @Nullable Integer percent,
        @Nullable String report) {

    public ActionCommand command() {
        return new ActionCommand.Progress(percent, report);
    }
}
