package relais.partners.application;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.Note;
import relais.partners.domain.PartnerCommand.Suspend;
import relais.partners.domain.Refused;

/** The committee or an operator stops a partner from acting, and says why. */
public final class SuspendPartner {
    private final Change change;

    public SuspendPartner(Partners partners, Clock clock) {
        this.change = new Change(partners, clock);
    }

    public Outcome suspend(Target target, @Nullable String reason, Occasion occasion) {
        return change.of(target, occasion, (actor, _) -> actor.mayAdmit(), () -> read(reason));
    }

    private static Fields.Read<Suspend> read(@Nullable String reason) {
        var fields = new Fields();
        var why =
                fields.required(
                        "reason",
                        reason,
                        Note::accepts,
                        Note::new,
                        _ -> Refused.oneLine("reason", Note.MAX_LENGTH));
        return fields.read(() -> new Suspend(requireNonNull(why)));
    }
}
