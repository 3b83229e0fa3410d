package relais.experiences.experience;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DecisionContext;
import relais.aggregates.Refusal;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;

/** Who may do what: an actor has a role, and acts for a partner in good standing. */
final class ActorRules {

    private ActorRules() {}

    /** Only someone of a registered partner posts, endorses or adopts. */
    static Stream<Refusal> member(Circumstances context) {
        return Refusal.all(
                Refusal.when(
                        context.actor().partner() == null || !context.actor().isMember(),
                        Refusal.forbidden("partner", "partner-required")),
                Standing.known(context),
                standing(context));
    }

    /** Endorsing or adopting one's own experience says nothing. */
    static Stream<Refusal> anotherOnes(@Nullable Experience experience, Circumstances context) {
        return Refusal.when(
                ownsIt(experience, context),
                Refusal.forbidden("partner", "another-ones-experience"));
    }

    static Stream<Refusal> owner(@Nullable Experience experience, Circumstances context) {
        return Refusal.all(
                Refusal.when(
                        !ownsIt(experience, context) || !context.actor().isMember(),
                        Refusal.forbidden("partner", "owner-only")),
                Standing.known(context),
                standing(context));
    }

    static Stream<Refusal> committee(@Nullable Experience experience, Circumstances context) {
        boolean committee =
                context.actor().is(Role.COMMITTEE)
                        || (experience != null
                                && ReviewRight.sitsBeside(
                                        context.actor(), context.acting(), experience));
        return Refusal.all(
                Refusal.when(!committee, Refusal.forbidden("roles", "committee-only")),
                notJudgeOfItsOwn(experience, context));
    }

    /** See {@link ReviewRight}. */
    static Stream<Refusal> reviewer(@Nullable Experience experience, Circumstances context) {
        return Refusal.all(
                Refusal.when(
                        experience == null
                                || !ReviewRight.holds(
                                        context.actor(), context.acting(), experience, context),
                        Refusal.forbidden("partner", "reviews-its-territory")),
                notJudgeOfItsOwn(experience, context));
    }

    private static Stream<Refusal> notJudgeOfItsOwn(
            @Nullable Experience experience, Circumstances context) {
        return Refusal.all(
                Refusal.when(
                        ownsIt(experience, context),
                        Refusal.forbidden("partner", "not-judge-of-its-own")),
                standing(context));
    }

    private static Stream<Refusal> standing(Circumstances context) {
        return Refusal.all(
                partnerWasThere(context), Standing.active(context), Standing.mandate(context));
    }

    /** An archive tells of nothing that a partner did before it was one. */
    private static Stream<Refusal> partnerWasThere(Circumstances context) {
        Partner acting = context.acting();
        if (acting == null || acting.registeredAt() == null) {
            return Stream.empty();
        }
        return Refusal.when(
                context.at().isBefore(acting.registeredAt()),
                Refusal.invalid(
                        "occurredAt",
                        "before-the-partner",
                        acting.name(),
                        DecisionContext.dayOf(acting.registeredAt())));
    }

    private static boolean ownsIt(@Nullable Experience experience, Circumstances context) {
        return experience != null && experience.isOwnedBy(context.actor());
    }
}
