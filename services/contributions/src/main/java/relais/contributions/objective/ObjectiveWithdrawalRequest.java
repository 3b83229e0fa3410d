package relais.contributions.objective;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param reason in words fit to be published
 */
@Schema(example = "{\"reason\": \"L’indicateur n’est plus suivi depuis 2024\"}")
record ObjectiveWithdrawalRequest(@Nullable String reason) {

    public ObjectiveCommand command() {
        return new ObjectiveCommand.Withdraw(reason);
    }
}
