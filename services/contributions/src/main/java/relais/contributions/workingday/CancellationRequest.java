package relais.contributions.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param reason in words fit to be published
 */
@Schema(example = "{\"reason\": \"Trop peu de partenaires peuvent venir\"}")
record CancellationRequest(@Nullable String reason) {

    public WorkingDayCommand command() {
        return new WorkingDayCommand.Cancel(reason);
    }
}
