package relais.contributions.action;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param reason in words fit to be published
 */
@Schema(example = "{\"reason\": \"Le plan France très haut débit y pourvoit désormais\"}")
record AbandonmentRequest(@Nullable String reason) {

    public ActionCommand command() {
        return new ActionCommand.Abandon(reason);
    }
}
