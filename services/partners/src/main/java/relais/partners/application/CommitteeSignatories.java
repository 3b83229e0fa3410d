package relais.partners.application;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import relais.partners.domain.PartnerCommand.AdmitToCommittee;
import relais.partners.domain.PartnerCommand.LeaveCommittee;

/**
 * The committee, or an operator, says which signatories of the charter the committee is made of:
 * they alone take positions on its texts.
 */
public final class CommitteeSignatories {
    private final Change change;

    public CommitteeSignatories(Partners partners, Clock clock) {
        this.change = new Change(partners, clock);
    }

    public Outcome admit(Target target, Occasion occasion) {
        return change.of(
                target,
                occasion,
                (actor, _) -> actor.mayAdmit(),
                () -> new Fields().read(AdmitToCommittee::new));
    }

    public Outcome leave(Target target, @Nullable String reason, Occasion occasion) {
        return change.of(target, occasion, (actor, _) -> actor.mayAdmit(), () -> read(reason));
    }

    private static Fields.Read<LeaveCommittee> read(@Nullable String reason) {
        var fields = new Fields();
        var why = fields.note("reason", reason);
        return fields.read(() -> new LeaveCommittee(why));
    }
}
