package relais.experiences.experience;

import java.util.stream.Stream;
import relais.aggregates.DecisionContext;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;

/** Who may do what. */
final class ActorRules {

    private ActorRules() {}

    static Stream<Refusal> actsForAPartner(Case judged) {
        Actor actor = judged.actor();
        boolean member = actor.is(Role.PARTNER) || actor.is(Role.COMMITTEE);
        return Refusal.when(
                actor.partner() == null || !member,
                Refusal.forbidden("partner", "partner-required"));
    }

    static Stream<Refusal> partnerIsKnown(Case judged) {
        return Standing.known(judged.circumstances());
    }

    static Stream<Refusal> partnerWasThere(Case judged) {
        Partner acting = judged.circumstances().acting();
        if (acting == null || acting.registeredAt() == null) {
            return Stream.empty();
        }
        return Refusal.when(
                judged.circumstances().at().isBefore(acting.registeredAt()),
                Refusal.invalid(
                        "occurredAt",
                        "before-the-partner",
                        acting.name(),
                        DecisionContext.dayOf(acting.registeredAt())));
    }

    static Stream<Refusal> partnerIsActive(Case judged) {
        return Standing.active(judged.circumstances());
    }

    static Stream<Refusal> mandateIsInForce(Case judged) {
        return Standing.mandate(judged.circumstances());
    }

    static Stream<Refusal> ownerOnly(Case judged) {
        Experience experience = judged.experience();
        Actor actor = judged.actor();
        boolean owner =
                experience != null
                        && experience.isOwnedBy(actor)
                        && (actor.is(Role.PARTNER) || actor.is(Role.COMMITTEE));
        return Refusal.when(!owner, Refusal.forbidden("partner", "owner-only"));
    }

    static Stream<Refusal> committeeOnly(Case judged) {
        Experience experience = judged.experience();
        boolean committee =
                judged.actor().is(Role.COMMITTEE)
                        || (experience != null
                                && ReviewRight.sitsBeside(
                                        judged.actor(),
                                        judged.circumstances().acting(),
                                        experience));
        return Refusal.when(!committee, Refusal.forbidden("roles", "committee-only"));
    }

    static Stream<Refusal> reviewsItsTerritory(Case judged) {
        Experience experience = judged.experience();
        return Refusal.when(
                experience == null
                        || !ReviewRight.holds(
                                judged.actor(),
                                judged.circumstances().acting(),
                                experience,
                                judged.circumstances()),
                Refusal.forbidden("partner", "reviews-its-territory"));
    }

    static Stream<Refusal> notJudgeOfItsOwn(Case judged) {
        return Refusal.when(ownsIt(judged), Refusal.forbidden("partner", "not-judge-of-its-own"));
    }

    static Stream<Refusal> anotherOnesExperience(Case judged) {
        return Refusal.when(
                ownsIt(judged), Refusal.forbidden("partner", "another-ones-experience"));
    }

    private static boolean ownsIt(Case judged) {
        Experience experience = judged.experience();
        return experience != null && experience.isOwnedBy(judged.actor());
    }
}
