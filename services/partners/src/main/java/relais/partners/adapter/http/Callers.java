package relais.partners.adapter.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.partners.application.Actor;
import relais.partners.application.Occasion;
import relais.partners.domain.PartnerId;
import relais.web.Caller;
import relais.web.CorrelationId;
import relais.web.Role;

/** Says in the application's words who calls. */
final class Callers {
    private Callers() {}

    static Actor actor(Caller caller) {
        String partner = caller.partnerId();
        return new Actor(
                caller.actor(),
                // A token of another system may call its organisations anything.
                partner != null && PartnerId.accepts(partner) ? new PartnerId(partner) : null,
                caller.has(Role.COMMITTEE),
                caller.has(Role.OPERATOR));
    }

    static Occasion occasion(Caller caller, @Nullable Instant occurredAt) {
        return new Occasion(actor(caller), occurredAt, CorrelationId.current());
    }
}
