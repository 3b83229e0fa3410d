package relais.partners.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.Moment;
import relais.partners.domain.Plausible;
import relais.partners.domain.Refused;

/**
 * The circumstances of a command.
 *
 * @param occurredAt when it really happened, for an archive; null for now
 * @param correlationId ties the command's log lines and events together
 */
public record Occasion(Actor actor, @Nullable Instant occurredAt, String correlationId) {

    /** Why nothing can happen on this occasion, whatever the command; null if it can. */
    @Nullable Refused refusal() {
        if (occurredAt == null) {
            return null;
        }
        if (!actor.operator()) {
            return Refused.archivesByOperatorsOnly();
        }
        return Plausible.instant(occurredAt)
                ? null
                : Refused.implausibleDate("occurredAt", occurredAt);
    }

    Moment moment(Instant now) {
        return occurredAt == null ? Moment.live(now) : Moment.archived(occurredAt, now);
    }
}
