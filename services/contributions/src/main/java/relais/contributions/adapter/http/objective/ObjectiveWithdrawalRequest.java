package relais.contributions.adapter.http.objective;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.objective.ObjectiveCommand;

/**
 * @param reason in words fit to be published
 */
@Schema(example = "{\"reason\": \"L’indicateur n’est plus suivi depuis 2024\"}")
public record ObjectiveWithdrawalRequest(@Nullable String reason) {

    public ObjectiveCommand command() {
        return new ObjectiveCommand.Withdraw(reason);
    }
}
