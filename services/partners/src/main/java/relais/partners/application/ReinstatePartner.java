package relais.partners.application;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerCommand.Reinstate;

/** The committee or an operator lets a suspended partner act again. */
public final class ReinstatePartner {
    private final Change change;

    public ReinstatePartner(Partners partners, Clock clock) {
        this.change = new Change(partners, clock);
    }

    public Outcome reinstate(Target target, @Nullable String reason, Occasion occasion) {
        return change.of(target, occasion, (actor, _) -> actor.mayAdmit(), () -> read(reason));
    }

    private static Fields.Read<Reinstate> read(@Nullable String reason) {
        var fields = new Fields();
        var why = fields.note("reason", reason);
        return fields.read(() -> new Reinstate(why));
    }
}
