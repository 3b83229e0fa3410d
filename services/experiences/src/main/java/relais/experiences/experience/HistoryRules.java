package relais.experiences.experience;

import java.util.Set;
import java.util.stream.Stream;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;

/** What is possible given what happened before. */
final class HistoryRules {

    private HistoryRules() {}

    static Stream<Refusal> statusAllows(Case judged) {
        Experience experience = judged.experience();
        Set<Status> allowed = Transitions.from(judged.command());
        if (experience == null) {
            return Refusal.when(!allowed.isEmpty(), Refusal.notFound("id", "experience-unknown"));
        }
        if (allowed.isEmpty()) {
            return Stream.of(Refusal.conflict("id", "already-submitted"));
        }
        return Refusal.when(
                !allowed.contains(experience.status()),
                Refusal.conflict(
                        "status",
                        "status-forbids",
                        experience.status(),
                        allowed.iterator().next()));
    }

    static Stream<Refusal> endorsedOnce(Case judged) {
        return Refusal.when(endorsed(judged), Refusal.conflict("partner", "already-endorsed"));
    }

    static Stream<Refusal> retractsWhatItEndorsed(Case judged) {
        return Refusal.when(!endorsed(judged), Refusal.conflict("partner", "not-endorsed"));
    }

    private static boolean endorsed(Case judged) {
        Experience experience = judged.experience();
        PartnerId partner = judged.actor().partner();
        return experience != null && partner != null && experience.endorsements().contains(partner);
    }

    static Stream<Refusal> retractsWhatIsPutForward(Case judged) {
        Experience experience = judged.experience();
        return Refusal.when(
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
        if (!adoption.partner().equals(judged.actor().partner())) {
            return Stream.of(Refusal.forbidden("partner", "adopter-only"));
        }
        return Refusal.when(!adoption.ongoing(), Refusal.conflict("adoption", "adoption-ended"));
    }
}
