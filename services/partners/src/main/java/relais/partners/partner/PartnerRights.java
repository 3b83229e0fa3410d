package relais.partners.partner;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContext;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.partners.partner.PartnerCommand.AdmitToCommittee;
import relais.partners.partner.PartnerCommand.EndMandate;
import relais.partners.partner.PartnerCommand.ErasePerson;
import relais.partners.partner.PartnerCommand.GrantMandate;
import relais.partners.partner.PartnerCommand.LeaveCommittee;
import relais.partners.partner.PartnerCommand.Reinstate;
import relais.partners.partner.PartnerCommand.Rename;
import relais.partners.partner.PartnerCommand.SignCharter;
import relais.partners.partner.PartnerCommand.Suspend;

/**
 * Who may do what. The committee and operators admit and suspend partners; a partner acts for
 * itself; operators stand in for partners, as they enter archives.
 */
final class PartnerRights {

    private PartnerRights() {}

    /** Whether this caller may register at all; asked before an id is set aside for a request. */
    static List<Refusal> mayRegister(Actor actor, @Nullable Instant occurredAt) {
        return denials(mayAdmit(actor), actor, occurredAt);
    }

    /** Whether this caller may do that to the partner, at that time. */
    static List<Refusal> mayChange(PartnerId partner, PartnerCommand.Change command, Actor actor) {
        boolean allowed =
                switch (command) {
                    case Rename _ -> mayAdmit(actor) || mayActFor(partner, actor);
                    case SignCharter _, GrantMandate _, EndMandate _, ErasePerson _ ->
                            mayActFor(partner, actor);
                    case AdmitToCommittee _, LeaveCommittee _, Suspend _, Reinstate _ ->
                            mayAdmit(actor);
                };
        return denials(allowed, actor, command.occurredAt());
    }

    static boolean mayActFor(PartnerId partner, Actor actor) {
        return actor.is(Role.OPERATOR) || partner.equals(actor.partner());
    }

    /** Names and addresses are for those who run the partnership, and for the partner itself. */
    static boolean maySeePersons(PartnerId partner, Actor actor) {
        return mayAdmit(actor) || mayActFor(partner, actor);
    }

    private static boolean mayAdmit(Actor actor) {
        return actor.is(Role.COMMITTEE) || actor.is(Role.OPERATOR);
    }

    private static List<Refusal> denials(
            boolean allowed, Actor actor, @Nullable Instant occurredAt) {
        if (!allowed) {
            return List.of(notAllowed());
        }
        if (occurredAt == null) {
            return List.of();
        }
        if (!actor.is(Role.OPERATOR)) {
            return List.of(Refusal.forbidden("occurredAt", "archives-by-operators-only"));
        }
        return PartnerRules.isPlausible(DecisionContext.dayOf(occurredAt))
                ? List.of()
                : List.of(PartnerRules.implausible("occurredAt", occurredAt));
    }

    static Refusal notAllowed() {
        return Refusal.forbidden("id", "not-allowed");
    }
}
