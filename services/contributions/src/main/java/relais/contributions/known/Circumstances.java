package relais.contributions.known;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContext;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.territory.TerritoryMap;

/**
 * All that a decision depends on besides the aggregate and the command; nothing is looked up
 * elsewhere, so the same circumstances give the same decision.
 *
 * @param acting the partner acted for; absent when there is none or it is unknown
 * @param at when the event happens: now, or a past instant for an archive
 * @param now when the decision is taken
 */
public record Circumstances(
        Actor actor,
        @Nullable Partner acting,
        Known known,
        TerritoryMap territories,
        Instant at,
        Instant now)
        implements DecisionContext {

    /** Whether it is told afterwards. */
    public boolean isArchive() {
        return at.isBefore(now);
    }
}
