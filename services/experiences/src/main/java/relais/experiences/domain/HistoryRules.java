package relais.experiences.domain;

import java.util.Set;
import java.util.stream.Stream;

/** What is possible given what happened before. */
final class HistoryRules {

    private HistoryRules() {}

    static Stream<Refusal> statusAllows(Case judged) {
        Experience experience = judged.experience();
        Set<Status> allowed = Transitions.from(judged.command());
        if (experience == null) {
            return ActorRules.when(
                    !allowed.isEmpty(), Refusal.notFound("id", "experience-unknown"));
        }
        if (allowed.isEmpty()) {
            return Stream.of(Refusal.conflict("id", "already-submitted"));
        }
        return ActorRules.when(
                !allowed.contains(experience.status()),
                Refusal.conflict(
                        "status",
                        "status-forbids",
                        experience.status(),
                        allowed.iterator().next()));
    }

    static Stream<Refusal> timeGoesForward(Case judged) {
        Circumstances circumstances = judged.circumstances();
        if (circumstances.at().isAfter(circumstances.now())) {
            return Stream.of(Refusal.invalid("occurredAt", "in-the-future"));
        }
        Experience experience = judged.experience();
        return experience != null && circumstances.at().isBefore(experience.lastEventAt())
                ? Stream.of(
                        Refusal.invalid(
                                "occurredAt",
                                "before-last-event",
                                experience.lastEventAt().toString()))
                : Stream.empty();
    }

    static Stream<Refusal> endorsedOnce(Case judged) {
        return ActorRules.when(endorsed(judged), Refusal.conflict("partner", "already-endorsed"));
    }

    static Stream<Refusal> retractsWhatItEndorsed(Case judged) {
        return ActorRules.when(!endorsed(judged), Refusal.conflict("partner", "not-endorsed"));
    }

    private static boolean endorsed(Case judged) {
        Experience experience = judged.experience();
        PartnerId partner = judged.actor().partner();
        return experience != null && partner != null && experience.endorsements().contains(partner);
    }

    static Stream<Refusal> retractsWhatIsPutForward(Case judged) {
        Experience experience = judged.experience();
        return ActorRules.when(
                experience != null && !experience.isPutForwardOn(judged.circumstances().day()),
                Refusal.conflict("highlight", "not-highlighted"));
    }

    static Stream<Refusal> adoptedOnceAtATime(Case judged) {
        Experience experience = judged.experience();
        if (experience == null || !(judged.command() instanceof ExperienceCommand.Adopt adopt)) {
            return Stream.empty();
        }
        return Stream.concat(
                experience.ongoingAdoptionOf(judged.actor().partner()).stream()
                        .map(
                                adoption ->
                                        Refusal.conflict(
                                                "partner",
                                                "already-adopted",
                                                adoption.id().value())),
                experience.adoption(adopt.adoption()).stream()
                        .map(_ -> Refusal.conflict("adoptionRef", "adoption-id-taken")));
    }

    static Stream<Refusal> itsOwnOngoingAdoption(Case judged) {
        Experience experience = judged.experience();
        AdoptionId id =
                switch (judged.command()) {
                    case ExperienceCommand.ReportAdoption report -> report.adoption();
                    case ExperienceCommand.EndAdoption end -> end.adoption();
                    default -> null;
                };
        if (experience == null || id == null) {
            return Stream.empty();
        }
        Adoption adoption = experience.adoptions().get(id);
        if (adoption == null) {
            return Stream.of(Refusal.notFound("adoption", "adoption-unknown"));
        }
        if (!judged.actor().actsFor(adoption.partner())) {
            return Stream.of(Refusal.forbidden("partner", "adopter-only"));
        }
        return ActorRules.when(
                !adoption.isOngoing(), Refusal.conflict("adoption", "adoption-ended"));
    }
}
