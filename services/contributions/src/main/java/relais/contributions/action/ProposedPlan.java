package relais.contributions.action;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.Typed;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Needs;
import relais.contributions.contribution.ContributionId;
import relais.contributions.objective.ObjectiveId;

/**
 * A plan as someone typed it: anything may be absent or wrong, so that one answer can name every
 * field to mend.
 */
public record ProposedPlan(
        @Nullable String title,
        @Nullable String description,
        @Nullable String lead,
        List<String> partnersInvolved,
        @Nullable String territory,
        List<String> axes,
        @Nullable String dueOn,
        List<String> objectives,
        @Nullable String contribution,
        List<String> experiences) {

    public ProposedPlan {
        title = Typed.text(title);
        description = Typed.text(description);
        lead = Typed.text(lead);
        partnersInvolved = Typed.texts(partnersInvolved);
        territory = Typed.text(territory);
        axes = Typed.texts(axes);
        dueOn = Typed.text(dueOn);
        objectives = Typed.texts(objectives);
        contribution = Typed.text(contribution);
        experiences = Typed.texts(experiences);
    }

    /** What a decision about it has to know of others; a list that is too long is not looked up. */
    public Needs needs() {
        return needs(List.of(this));
    }

    /** What a decision about several plans at once has to know of others. */
    public static Needs needs(Collection<ProposedPlan> plans) {
        Set<PartnerId> partners = new HashSet<>();
        Set<ExperienceId> experiences = new HashSet<>();
        Set<String> cards = new HashSet<>();
        for (ProposedPlan plan : plans) {
            PartnerId.parse(plan.lead()).ifPresent(partners::add);
            partners.addAll(
                    bounded(plan.partnersInvolved(), PlanRules.MAX_PARTNERS, PartnerId::parse));
            experiences.addAll(
                    bounded(plan.experiences(), LinkRules.MAX_EXPERIENCES, ExperienceId::parse));
            bounded(plan.objectives(), LinkRules.MAX_OBJECTIVES, ObjectiveId::parse)
                    .forEach(objective -> cards.add(objective.value()));
            ContributionId.parse(plan.contribution())
                    .ifPresent(contribution -> cards.add(contribution.value()));
        }
        return Needs.NOTHING.withPartners(partners).withExperiences(experiences).withCards(cards);
    }

    private static <T> Set<T> bounded(
            List<String> texts, int most, Function<String, Optional<T>> parse) {
        return texts.stream()
                .limit(most)
                .flatMap(text -> parse.apply(text).stream())
                .collect(Collectors.toSet());
    }

    /**
     * The validated plan: each name once, and the lead not among those that help it.
     *
     * @throws RuntimeException if {@link PlanPolicy} was not asked before
     */
    public ActionPlan accepted() {
        PartnerId answering = new PartnerId(requireNonNull(lead));
        return new ActionPlan(
                requireNonNull(title),
                description,
                answering,
                each(partnersInvolved, PartnerId::new)
                        .filter(partner -> !partner.equals(answering))
                        .toList(),
                new TerritoryCode(requireNonNull(territory)),
                each(axes, axis -> Axis.parse(axis).orElseThrow()).toList(),
                LocalDate.parse(requireNonNull(dueOn)),
                each(objectives, ObjectiveId::new).toList(),
                ContributionId.parse(contribution).orElse(null),
                each(experiences, ExperienceId::new).toList());
    }

    private static <T> Stream<T> each(List<String> texts, Function<String, T> read) {
        return texts.stream().map(read).distinct();
    }
}
