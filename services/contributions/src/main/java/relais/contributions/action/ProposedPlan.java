package relais.contributions.action;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
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
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.Needs;
import relais.contributions.objective.ObjectiveId;

/**
 * What is to be done, by whom, by when, as someone typed it: anything may be absent or wrong.
 *
 * @param lead the partner that answers for it
 * @param partnersInvolved ids of the other partners that take part
 * @param territory where it takes place, as {@code scheme:code}
 * @param dueOn the last day on which it is in time
 * @param objectives ids of those it works towards
 * @param contribution the id of the one it puts into practice
 * @param experiences ids of those it draws on
 */
@Schema(
        name = "PlanRequest",
        example =
                """
                {"title": "Raccorder les collèges du Loiret", "lead": "p-departement-45",
                 "description": "Vingt-trois collèges restent à raccorder.",
                 "partnersInvolved": ["p-academie-18"], "territory": "departement:45",
                 "axes": ["INFRASTRUCTURE"], "dueOn": "2026-08-31", "objectives": ["o-3f9c2a"],
                 "contribution": "c-3f9c2a", "experiences": ["x-3f9c2a"]}\
                """)
public record ProposedPlan(
        @Nullable String title,
        @Nullable String description,
        @Nullable String lead,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> partnersInvolved,
        @Nullable String territory,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> axes,
        @Schema(format = "date") @Nullable String dueOn,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> objectives,
        @Nullable String contribution,
        @Schema(requiredMode = RequiredMode.NOT_REQUIRED) List<String> experiences) {

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

    /**
     * What a decision about plans has to know of others; a list that is too long is not looked up.
     */
    public static Needs needs(Collection<ProposedPlan> plans) {
        Set<PartnerId> partners = new HashSet<>();
        Set<ExperienceId> experiences = new HashSet<>();
        Set<String> cards = new HashSet<>();
        for (ProposedPlan plan : plans) {
            PartnerId.parse(plan.lead()).ifPresent(partners::add);
            partners.addAll(
                    bounded(plan.partnersInvolved(), PlanRules.MAX_PARTNERS, PartnerId::parse));
            experiences.addAll(
                    bounded(plan.experiences(), PlanRules.MAX_EXPERIENCES, ExperienceId::parse));
            bounded(plan.objectives(), PlanRules.MAX_OBJECTIVES, ObjectiveId::parse)
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
     * @throws RuntimeException if {@link PlanRules} were not asked before
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
                Axis.accepted(axes),
                LocalDate.parse(requireNonNull(dueOn)),
                each(objectives, ObjectiveId::new).toList(),
                ContributionId.parse(contribution).orElse(null),
                each(experiences, ExperienceId::new).toList());
    }

    private static <T> Stream<T> each(List<String> texts, Function<String, T> read) {
        return texts.stream().map(read).distinct();
    }
}
