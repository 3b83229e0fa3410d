package relais.contributions.known;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What this service retains of the history of experiences, in its own words. */
public sealed interface ExperienceFact {

    record Published() implements ExperienceFact {}

    /**
     * Something that makes earlier versions stale as evidence.
     *
     * @param at the event's time
     * @param reason the summary of a revision, the reason of a withdrawal or moderation
     */
    record Changed(EvidenceChange change, Instant at, @Nullable String reason)
            implements ExperienceFact {}
}
