package relais.contributions.action;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownCard;
import relais.contributions.known.KnownExperience;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;

/** The rules behind {@link PlanPolicy} about what an action is linked to. */
final class LinkRules {

    static final int MAX_OBJECTIVES = 20;
    static final int MAX_EXPERIENCES = 50;

    private static final String WITHDRAWN = "WITHDRAWN";

    private LinkRules() {}

    static Stream<Refusal> objectivesAreOpen(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        List<ObjectiveId> linked = before == null ? List.of() : before.objectives();
        return PlanRules.each(
                "objectives",
                plan.objectives(),
                MAX_OBJECTIVES,
                (field, id) ->
                        isAmong(linked, id) ? Stream.empty() : objective(field, id, circumstances));
    }

    private static Stream<Refusal> objective(String field, String id, Circumstances circumstances) {
        return ObjectiveId.parse(id)
                .flatMap(objective -> card(objective.value(), circumstances))
                .map(card -> stillThere(field, card))
                .orElseGet(() -> Stream.of(Refusal.invalid(field, "objective-unknown")));
    }

    /** One that is not public yet is not told from one that does not exist. */
    static Stream<Refusal> contributionIsPublic(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        String id = plan.contribution();
        ContributionId linked = before == null ? null : before.contribution();
        if (id == null || (linked != null && linked.value().equals(id))) {
            return Stream.empty();
        }
        return ContributionId.parse(id)
                .flatMap(contribution -> card(contribution.value(), circumstances))
                .filter(KnownCard::isPublic)
                .map(card -> stillThere("contribution", card))
                .orElseGet(
                        () ->
                                Stream.of(
                                        Refusal.invalid(
                                                "contribution", "contribution-not-public")));
    }

    private static Stream<Refusal> stillThere(String field, KnownCard card) {
        return Refusal.when(
                card.status().equals(WITHDRAWN), Refusal.invalid(field, "link-withdrawn"));
    }

    static Stream<Refusal> experiencesArePublished(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances circumstances) {
        List<ExperienceId> linked = before == null ? List.of() : before.experiences();
        return PlanRules.each(
                "experiences",
                plan.experiences(),
                MAX_EXPERIENCES,
                (field, id) ->
                        isAmong(linked, id)
                                ? Stream.empty()
                                : experience(field, id, circumstances));
    }

    private static Stream<Refusal> experience(
            String field, String id, Circumstances circumstances) {
        Optional<KnownExperience> known =
                ExperienceId.parse(id)
                        .flatMap(
                                experience ->
                                        Optional.ofNullable(
                                                circumstances
                                                        .known()
                                                        .experiences()
                                                        .get(experience)));
        return known.map(experience -> published(field, experience))
                .orElseGet(() -> Stream.of(Refusal.invalid(field, "experience-unknown")));
    }

    private static Stream<Refusal> published(String field, KnownExperience experience) {
        return switch (experience.standing()) {
            case PUBLISHED -> Stream.empty();
            case NOT_PUBLISHED -> Stream.of(Refusal.invalid(field, "experience-not-published"));
            case WITHDRAWN -> Stream.of(Refusal.invalid(field, "link-withdrawn"));
            case MODERATED -> Stream.of(Refusal.invalid(field, "experience-moderated"));
        };
    }

    private static Optional<KnownCard> card(String id, Circumstances circumstances) {
        return Optional.ofNullable(circumstances.known().cards().get(id));
    }

    private static boolean isAmong(Collection<?> linked, String id) {
        return linked.stream().anyMatch(known -> known.toString().equals(id));
    }
}
