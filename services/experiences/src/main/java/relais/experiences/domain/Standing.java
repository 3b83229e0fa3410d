package relais.experiences.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether someone may act or read for a partner at all today. The committee's own role comes with
 * its token, so that it can work before this service has heard of its partner.
 */
public final class Standing {

    private Standing() {}

    /** Empty if all is well, also for those who act for no partner. */
    public static List<Refusal> refusals(Circumstances circumstances) {
        Stream<Refusal> known =
                circumstances.actor().is(Role.COMMITTEE) ? Stream.empty() : known(circumstances);
        return Stream.of(known, active(circumstances), mandate(circumstances))
                .flatMap(refusals -> refusals)
                .toList();
    }

    static Stream<Refusal> known(Circumstances circumstances) {
        PartnerId partner = circumstances.actor().partner();
        return partner != null && circumstances.acting() == null
                ? Stream.of(Refusal.forbidden("partner", "partner-unknown", partner.value()))
                : Stream.empty();
    }

    static Stream<Refusal> active(Circumstances circumstances) {
        Partner acting = circumstances.acting();
        return acting != null && !acting.active()
                ? Stream.of(Refusal.forbidden("partner", "partner-suspended", acting.name()))
                : Stream.empty();
    }

    static Stream<Refusal> mandate(Circumstances circumstances) {
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
