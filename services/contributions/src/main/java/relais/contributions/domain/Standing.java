package relais.contributions.domain;

import java.util.stream.Stream;

/**
 * Whether someone may act for a partner at all today. The committee's own role comes with its
 * token, so that it can work before this service has heard of its partner.
 */
public final class Standing {

    private Standing() {}

    /** Empty if all is well, also for those who act for no partner. */
    public static Stream<Refusal> refusals(Circumstances circumstances) {
        Stream<Refusal> known = circumstances.isSecretary() ? Stream.empty() : known(circumstances);
        return Stream.of(known, active(circumstances), mandate(circumstances))
                .flatMap(refusals -> refusals);
    }

    /** The caller is of a partner that registered, is active, and has a mandate in force. */
    public static Stream<Refusal> actsForAPartner(Circumstances circumstances) {
        Actor actor = circumstances.actor();
        Stream<Refusal> required =
                Refusal.when(
                        !actor.isMember() || actor.partner() == null,
                        Refusal.forbidden("partner", "partner-required"));
        return Stream.concat(
                required,
                Stream.of(known(circumstances), active(circumstances), mandate(circumstances))
                        .flatMap(refusals -> refusals));
    }

    /** The caller is of the committee's secretariat. */
    public static Stream<Refusal> secretary(Circumstances circumstances) {
        return Stream.concat(
                Refusal.when(
                        !circumstances.isSecretary(), Refusal.forbidden("roles", "committee-only")),
                refusals(circumstances));
    }

    /** The caller speaks for one of the committee's signatories. */
    public static Stream<Refusal> signatory(Circumstances circumstances) {
        return Stream.concat(
                Refusal.when(
                        !circumstances.isOfASignatory(),
                        Refusal.forbidden("partner", "signatory-only")),
                refusals(circumstances));
    }

    private static Stream<Refusal> known(Circumstances circumstances) {
        PartnerId partner = circumstances.actor().partner();
        return partner != null && circumstances.acting() == null
                ? Stream.of(Refusal.forbidden("partner", "partner-unknown", partner.value()))
                : Stream.empty();
    }

    private static Stream<Refusal> active(Circumstances circumstances) {
        Partner acting = circumstances.acting();
        return acting != null && !acting.active()
                ? Stream.of(Refusal.forbidden("partner", "partner-suspended", acting.name()))
                : Stream.empty();
    }

    private static Stream<Refusal> mandate(Circumstances circumstances) {
        Partner acting = circumstances.acting();
        if (acting == null) {
            return Stream.empty();
        }
        String id = circumstances.actor().mandate();
        return acting
                .mandate(id)
                .filter(mandate -> !mandate.inForceOn(circumstances.today()))
                .map(_ -> Refusal.forbidden("mandate", "mandate-not-in-force", id))
                .stream();
    }
}
