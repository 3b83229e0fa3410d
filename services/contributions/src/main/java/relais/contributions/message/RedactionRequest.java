package relais.contributions.message;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param reason required of the committee; fit to be published
 */
@Schema(example = "{\"reason\": \"Contraire à la charte\"}")
record RedactionRequest(@Nullable String reason) {

    public static final RedactionRequest WITHOUT_REASON = new RedactionRequest(null);

    public @Nullable String strippedReason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
