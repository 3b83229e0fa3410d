package relais.contributions.contribution;

import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Role;
import relais.contributions.known.Circumstances;

/** Who may do what. */
final class ActorRules {

    private ActorRules() {}

    static Stream<Refusal> serviceOnly(Circumstances context) {
        return Refusal.when(
                !context.actor().is(Role.SERVICE), Refusal.forbidden("roles", "service-only"));
    }

    static Stream<Refusal> secretaryOrSignatory(Circumstances context) {
        return Refusal.when(
                !context.isSecretary() && !context.isOfASignatory(),
                Refusal.forbidden("partner", "signatory-or-committee"));
    }

    static Stream<Refusal> draftersOnly(Contribution contribution, Circumstances context) {
        return Refusal.when(
                !contribution.isDraftedBy(context.actor()),
                Refusal.forbidden("partner", "drafters-only"));
    }

    static Stream<Refusal> draftersOrSecretary(Contribution contribution, Circumstances context) {
        return Refusal.when(
                !context.isSecretary() && !contribution.isDraftedBy(context.actor()),
                Refusal.forbidden("partner", "drafter-or-committee"));
    }

    /** Whether the amendment exists is another rule's question. */
    static Stream<Refusal> proposerOnly(
            AmendmentId id, Contribution contribution, Circumstances context) {
        return contribution
                .amendment(id)
                .filter(amendment -> !context.actor().actsFor(amendment.partner()))
                .map(_ -> Refusal.forbidden("partner", "proposer-only"))
                .stream();
    }

    /** Those who were signatories when the consultation opened. */
    static Stream<Refusal> consultedOnly(Contribution contribution, Circumstances context) {
        Consultation consultation = contribution.openConsultation();
        return Refusal.when(
                consultation != null && !consultation.asks(context.actor().partner()),
                Refusal.forbidden("partner", "not-consulted"));
    }
}
