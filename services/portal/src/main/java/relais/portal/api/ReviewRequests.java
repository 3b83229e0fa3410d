package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a reviewer sends, in the words of the service of experiences. */
public final class ReviewRequests {

    private ReviewRequests() {}

    public record Publication(@Nullable String comment) {}

    public record Return(@Nullable String reason, List<Card.Comment> comments) {}

    /**
     * @param until the last day, as {@code 2026-06-30}; as typed, for the service to judge
     */
    public record Highlight(@Nullable String headline, @Nullable String until) {}

    public record Reason(@Nullable String reason) {}
}
