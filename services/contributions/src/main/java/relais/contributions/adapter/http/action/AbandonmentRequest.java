package relais.contributions.adapter.http.action;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.contributions.domain.action.ActionCommand;

/**
 * @param reason in words fit to be published
 */
@Schema(example = "{\"reason\": \"Le plan France très haut débit y pourvoit désormais\"}")
public record AbandonmentRequest(@Nullable String reason) {

    public ActionCommand command() {
        return new ActionCommand.Abandon(reason);
    }
}
