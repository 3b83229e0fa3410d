package relais.contributions.action;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Axis;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.contribution.ContributionId;
import relais.contributions.known.Cards;
import relais.contributions.known.Circumstances;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.NamedPartner;
import relais.contributions.objective.ObjectiveId;

/**
 * What a plan has to be, whether it comes alone or out of a decision. What an action names already
 * may stay in it, whatever became of it since: only what is new is judged.
 */
public final class PlanRules {

    static final int MAX_PARTNERS = 50;
    static final int MAX_OBJECTIVES = 20;
    static final int MAX_EXPERIENCES = 50;
    static final int YEARS_AHEAD = 30;

    private static final TextRule TITLE = TextRule.line(100);
    private static final TextRule DESCRIPTION = TextRule.text(5_000);
    private static final String WITHDRAWN = "WITHDRAWN";

    private PlanRules() {}

    /**
     * Every reason against a plan.
     *
     * @param before what the action was to be until now; absent for a new one
     */
    public static Stream<Refusal> refusals(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances context) {
        return Refusal.all(
                TITLE.required("title", plan.title()),
                DESCRIPTION.check("description", plan.description()),
                territoryExists(plan.territory(), before, context),
                Axis.required("axes", plan.axes()),
                isDueInTimeToCome(plan.dueOn(), before, context.day()),
                leadIsActive(plan.lead(), before, context),
                Refusal.each(
                        "partnersInvolved",
                        plan.partnersInvolved(),
                        MAX_PARTNERS,
                        (field, partner) -> NamedPartner.registered(field, partner, context)),
                objectivesAreOpen(plan, before, context),
                contributionIsPublic(plan.contribution(), before, context),
                experiencesArePublished(plan, before, context));
    }

    private static Stream<Refusal> territoryExists(
            @Nullable String territory, @Nullable ActionPlan before, Circumstances context) {
        if (territory == null) {
            return Stream.of(Refusal.invalid("territory", "required"));
        }
        boolean asBefore = before != null && before.territory().value().equals(territory);
        return Refusal.when(
                !asBefore && TerritoryCode.parse(territory).filter(context::exists).isEmpty(),
                Refusal.invalid("territory", "unknown-territory", context.day()));
    }

    /** An action is planned for a day to come; one that is late may keep its day. */
    private static Stream<Refusal> isDueInTimeToCome(
            @Nullable String dueOn, @Nullable ActionPlan before, LocalDate day) {
        return new DayRule(day, day.plusYears(YEARS_AHEAD))
                .required("dueOn", dueOn, before == null ? null : before.dueOn());
    }

    private static Stream<Refusal> leadIsActive(
            @Nullable String lead, @Nullable ActionPlan before, Circumstances context) {
        if (lead == null) {
            return Stream.of(Refusal.invalid("lead", "required"));
        }
        boolean asBefore = before != null && before.lead().value().equals(lead);
        return asBefore ? Stream.empty() : NamedPartner.active("lead", lead, context);
    }

    private static Stream<Refusal> objectivesAreOpen(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances context) {
        List<ObjectiveId> linked = before == null ? List.of() : before.objectives();
        return Refusal.each(
                "objectives",
                plan.objectives(),
                MAX_OBJECTIVES,
                (field, id) ->
                        isAmong(linked, id)
                                ? Stream.empty()
                                : ObjectiveId.parse(id)
                                        .flatMap(objective -> card(objective.value(), context))
                                        .map(card -> isNotWithdrawn(field, card))
                                        .orElseGet(
                                                () ->
                                                        Stream.of(
                                                                Refusal.invalid(
                                                                        field,
                                                                        "objective-unknown"))));
    }

    /** One that is not public yet is not told from one that does not exist. */
    private static Stream<Refusal> contributionIsPublic(
            @Nullable String id, @Nullable ActionPlan before, Circumstances context) {
        ContributionId linked = before == null ? null : before.contribution();
        if (id == null || (linked != null && linked.value().equals(id))) {
            return Stream.empty();
        }
        String field = "contribution";
        return ContributionId.parse(id)
                .flatMap(contribution -> card(contribution.value(), context))
                .filter(Cards.KnownCard::isPublic)
                .map(card -> isNotWithdrawn(field, card))
                .orElseGet(() -> Stream.of(Refusal.invalid(field, "contribution-not-public")));
    }

    private static Stream<Refusal> isNotWithdrawn(String field, Cards.KnownCard card) {
        return Refusal.when(
                card.status().equals(WITHDRAWN), Refusal.invalid(field, "link-withdrawn"));
    }

    private static Stream<Refusal> experiencesArePublished(
            ProposedPlan plan, @Nullable ActionPlan before, Circumstances context) {
        List<ExperienceId> linked = before == null ? List.of() : before.experiences();
        return Refusal.each(
                "experiences",
                plan.experiences(),
                MAX_EXPERIENCES,
                (field, id) ->
                        isAmong(linked, id) ? Stream.empty() : isPublished(field, id, context));
    }

    private static Stream<Refusal> isPublished(String field, String id, Circumstances context) {
        KnownExperience experience =
                ExperienceId.parse(id).map(context.known().experiences()::get).orElse(null);
        if (experience == null) {
            return Stream.of(Refusal.invalid(field, "experience-unknown"));
        }
        return switch (experience.standing()) {
            case PUBLISHED -> Stream.empty();
            case NOT_PUBLISHED -> Stream.of(Refusal.invalid(field, "experience-not-published"));
            case WITHDRAWN -> Stream.of(Refusal.invalid(field, "link-withdrawn"));
            case MODERATED -> Stream.of(Refusal.invalid(field, "experience-moderated"));
        };
    }

    private static Optional<Cards.KnownCard> card(String id, Circumstances context) {
        return Optional.ofNullable(context.known().cards().get(id));
    }

    private static boolean isAmong(List<?> linked, String id) {
        return linked.stream().anyMatch(known -> known.toString().equals(id));
    }
}
