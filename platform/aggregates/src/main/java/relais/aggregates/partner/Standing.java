package relais.aggregates.partner;

import java.util.stream.Stream;
import relais.aggregates.DecisionContext;
import relais.aggregates.Refusal;

/**
 * Whether someone may act for a partner at all today. The committee's own role comes with its
 * token, so that it can work before this service has heard of its partner.
 */
public final class Standing {

    private Standing() {}

    /** Empty if all is well, also for those who act for no partner. */
    public static Stream<Refusal> refusals(DecisionContext context) {
        Stream<Refusal> known = context.isSecretary() ? Stream.empty() : known(context);
        return Refusal.all(known, active(context), mandate(context));
    }

    /** The caller is of a partner that registered, is active, and has a mandate in force. */
    public static Stream<Refusal> actsForAPartner(DecisionContext context) {
        Actor actor = context.actor();
        return Refusal.all(
                Refusal.when(
                        !actor.isMember() || actor.partner() == null,
                        Refusal.forbidden("partner", "partner-required")),
                known(context),
                active(context),
                mandate(context));
    }

    /** The caller is of the committee's secretariat. */
    public static Stream<Refusal> secretary(DecisionContext context) {
        return Stream.concat(
                Refusal.when(!context.isSecretary(), Refusal.forbidden("roles", "committee-only")),
                refusals(context));
    }

    /** The caller speaks for one of the committee's signatories. */
    public static Stream<Refusal> signatory(DecisionContext context) {
        return Stream.concat(
                Refusal.when(
                        !context.isOfASignatory(), Refusal.forbidden("partner", "signatory-only")),
                refusals(context));
    }

    /** The partner acted for is one that registered. */
    public static Stream<Refusal> known(DecisionContext context) {
        PartnerId partner = context.actor().partner();
        return partner != null && context.acting() == null
                ? Stream.of(Refusal.forbidden("partner", "partner-unknown", partner.value()))
                : Stream.empty();
    }

    public static Stream<Refusal> active(DecisionContext context) {
        Partner acting = context.acting();
        return acting != null && !acting.active()
                ? Stream.of(Refusal.forbidden("partner", "partner-suspended", acting.name()))
                : Stream.empty();
    }

    /** A mandate acts from its first day to its end; one that this service never saw is trusted. */
    public static Stream<Refusal> mandate(DecisionContext context) {
        Partner acting = context.acting();
        if (acting == null) {
            return Stream.empty();
        }
        String id = context.actor().mandate();
        return acting
                .mandate(id)
                .filter(mandate -> !mandate.inForceOn(context.today()))
                .map(_ -> Refusal.forbidden("mandate", "mandate-not-in-force", id))
                .stream();
    }
}
