package relais.contributions.contribution;

import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;

/** Who may do what. */
final class ActorRules {

    private ActorRules() {}

    static Stream<Refusal> serviceOnly(Case judged) {
        return Refusal.when(
                !judged.circumstances().actor().is(Role.SERVICE),
                Refusal.forbidden("roles", "service-only"));
    }

    static Stream<Refusal> actsForAPartner(Case judged) {
        return Standing.actsForAPartner(judged.circumstances());
    }

    static Stream<Refusal> inGoodStanding(Case judged) {
        return Standing.refusals(judged.circumstances());
    }

    static Stream<Refusal> secretaryOnly(Case judged) {
        return Standing.secretary(judged.circumstances());
    }

    static Stream<Refusal> signatoriesOnly(Case judged) {
        return Standing.signatory(judged.circumstances());
    }

    static Stream<Refusal> secretaryOrSignatory(Case judged) {
        Circumstances circumstances = judged.circumstances();
        return Refusal.when(
                !circumstances.isSecretary() && !circumstances.isOfASignatory(),
                Refusal.forbidden("partner", "signatory-or-committee"));
    }

    static Stream<Refusal> draftersOnly(Case judged) {
        return Refusal.when(!isDrafter(judged), Refusal.forbidden("partner", "drafters-only"));
    }

    static Stream<Refusal> draftersOrSecretary(Case judged) {
        return Refusal.when(
                !judged.circumstances().isSecretary() && !isDrafter(judged),
                Refusal.forbidden("partner", "drafter-or-committee"));
    }

    private static boolean isDrafter(Case judged) {
        Contribution contribution = judged.contribution();
        return contribution != null
                && Visibility.isDrafter(contribution, judged.circumstances().actor());
    }

    /** Whether the amendment exists is another rule's question. */
    static Stream<Refusal> proposerOnly(Case judged) {
        Actor actor = judged.circumstances().actor();
        return judged
                .amendment()
                .filter(amendment -> !actor.actsFor(amendment.partner()))
                .map(_ -> Refusal.forbidden("partner", "proposer-only"))
                .stream();
    }

    static Stream<Refusal> consultedOnly(Case judged) {
        Consultation consultation = judged.openConsultation();
        PartnerId partner = judged.circumstances().actor().partner();
        return Refusal.when(
                consultation != null && !consultation.asks(partner),
                Refusal.forbidden("partner", "not-consulted"));
    }
}
