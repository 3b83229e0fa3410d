package relais.contributions.adapter.http.message;

import org.jspecify.annotations.Nullable;

/**
 * @param reason required of the committee; fit to be published
 */
public record RedactionRequest(@Nullable String reason) {

    public static final RedactionRequest WITHOUT_REASON = new RedactionRequest(null);

    public @Nullable String strippedReason() {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }
}
