package relais.contributions.adapter.http.workingday;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.workingday.WorkingDayCommand;

/**
 * @param reason in words fit to be published
 */
@Schema(example = "{\"reason\": \"Trop peu de partenaires peuvent venir\"}")
public record CancellationRequest(@Nullable String reason) {

    public WorkingDayCommand command() {
        return new WorkingDayCommand.Cancel(reason);
    }
}
