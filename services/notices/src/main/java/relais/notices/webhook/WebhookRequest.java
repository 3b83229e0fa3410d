package relais.notices.webhook;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import relais.notices.follow.SavedSearch;

/**
 * What somebody wants sent, and where.
 *
 * @param filter as of a search that is followed; absent for every event
 */
record WebhookRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "https://example.org/relais")
                @Nullable String url,
        @Nullable SavedSearch filter,
        @Nullable String name) {}
