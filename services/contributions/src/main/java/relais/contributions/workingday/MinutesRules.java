package relais.contributions.workingday;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.PartnerId;
import relais.contributions.action.ActionId;
import relais.contributions.action.Origin;
import relais.contributions.action.PlanRules;
import relais.contributions.action.ProposedPlan;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NamedPartner;
import relais.contributions.known.Needs;

/** The rules of {@link WorkingDayRules} about the minutes, and the event that they give. */
final class MinutesRules {

    static final int MAX_ATTENDING = 200;
    static final int MAX_DECISIONS = 100;

    private static final TextRule TEXT = TextRule.text(100_000);
    private static final TextRule DECISION = TextRule.text(2_000);

    private MinutesRules() {}

    /** Lists that are too long are not looked up. */
    static Needs needs(WorkingDayCommand.PublishMinutes minutes) {
        Needs ofPlans =
                ProposedPlan.needs(
                        looked(minutes).stream()
                                .map(ProposedDecision::action)
                                .filter(Objects::nonNull)
                                .toList());
        Set<PartnerId> partners = new HashSet<>(ofPlans.partners());
        minutes.attending().stream()
                .limit(MAX_ATTENDING)
                .flatMap(partner -> PartnerId.parse(partner).stream())
                .forEach(partners::add);
        return ofPlans.withPartners(partners);
    }

    /**
     * @param before the minutes that these replace, if any
     */
    static Stream<Refusal> refusals(
            WorkingDayCommand.PublishMinutes minutes,
            @Nullable Minutes before,
            Circumstances context) {
        return Refusal.all(
                correctionIsExplained(minutes.correction(), before),
                TEXT.required("text", minutes.text()),
                Refusal.each(
                        "attending",
                        minutes.attending(),
                        MAX_ATTENDING,
                        (field, partner) -> NamedPartner.registered(field, partner, context)),
                Refusal.each(
                        "decisions",
                        minutes.decisions(),
                        MAX_DECISIONS,
                        (field, decision) -> DECISION.required(field + ".text", decision.text())),
                fitInOneEvent(minutes, before),
                decidedActionsStay(minutes, before, context),
                plansAreSound(minutes, context));
    }

    /** Minutes that replace others say what was wrong. */
    private static Stream<Refusal> correctionIsExplained(
            @Nullable String correction, @Nullable Minutes before) {
        if (before == null) {
            return Refusal.when(
                    correction != null, Refusal.invalid("correction", "nothing-to-correct"));
        }
        return correction == null
                ? Stream.of(Refusal.invalid("correction", "correction-required"))
                : WorkingDayRules.REMARK.check("correction", correction);
    }

    /** The log takes them, with all they decide, as one record. */
    private static Stream<Refusal> fitInOneEvent(
            WorkingDayCommand.PublishMinutes minutes, @Nullable Minutes before) {
        return Refusal.when(
                MinutesSize.of(minutes, before) > MinutesSize.MAX,
                Refusal.invalid("decisions", "minutes-too-long", MinutesSize.MAX / 1_000));
    }

    /** A decision that became an action stays; so does the action, which has a life of its own. */
    private static Stream<Refusal> decidedActionsStay(
            WorkingDayCommand.PublishMinutes minutes,
            @Nullable Minutes before,
            Circumstances context) {
        Set<String> kept = new HashSet<>();
        List<Refusal> each =
                Refusal.each(
                                "decisions",
                                looked(minutes),
                                MAX_DECISIONS,
                                (field, decision) -> isKept(field, decision, before, kept, context))
                        .toList();
        Stream<Refusal> gone =
                before == null
                        ? Stream.empty()
                        : before.decisions().stream()
                                .filter(known -> known.action() != null)
                                .filter(known -> !kept.contains(known.id().value()))
                                .map(
                                        known ->
                                                Refusal.conflict(
                                                        "decisions",
                                                        "decision-became-action",
                                                        known.id().value(),
                                                        String.valueOf(known.action())));
        return Stream.concat(each.stream(), gone);
    }

    private static Stream<Refusal> isKept(
            String field,
            ProposedDecision decision,
            @Nullable Minutes before,
            Set<String> kept,
            Circumstances context) {
        String id = decision.id();
        if (id == null) {
            return Stream.empty();
        }
        MeetingDecision known = before == null ? null : before.decision(id).orElse(null);
        ActionId action = known == null ? null : known.action();
        boolean named = known != null || (context.isArchive() && DecisionId.parse(id).isPresent());
        return Refusal.all(
                Refusal.when(!named, Refusal.invalid(field + ".id", "decision-unknown")),
                Refusal.when(!kept.add(id), Refusal.invalid(field + ".id", "decision-repeated")),
                Refusal.when(
                        action != null && decision.action() != null,
                        Refusal.conflict(
                                field + ".action",
                                "action-planned-already",
                                Objects.toString(action, ""))));
    }

    /** Every decision that is to become an action could be planned now: see {@link PlanRules}. */
    private static Stream<Refusal> plansAreSound(
            WorkingDayCommand.PublishMinutes minutes, Circumstances context) {
        return Refusal.each(
                "decisions",
                looked(minutes),
                MAX_DECISIONS,
                (field, decision) ->
                        decision.action() == null
                                ? Stream.empty()
                                : PlanRules.refusals(decision.action(), null, context)
                                        .map(
                                                refusal ->
                                                        refusal.of(
                                                                field
                                                                        + ".action."
                                                                        + refusal.field())));
    }

    private static List<ProposedDecision> looked(WorkingDayCommand.PublishMinutes minutes) {
        List<ProposedDecision> all = minutes.decisions();
        return all.subList(0, Math.min(all.size(), MAX_DECISIONS));
    }

    static WorkingDayEvent published(
            WorkingDay workingDay, WorkingDayCommand.PublishMinutes minutes) {
        return new WorkingDayEvent.MinutesPublished(
                requireNonNull(minutes.text()),
                minutes.attending().stream().map(PartnerId::new).distinct().toList(),
                decisions(workingDay, minutes.decisions()),
                minutes.correction());
    }

    /** New decisions get the numbers after the highest that was ever given. */
    private static List<MeetingDecision> decisions(
            WorkingDay workingDay, List<ProposedDecision> proposed) {
        Minutes before = workingDay.minutes();
        int numbered = before == null ? 0 : before.numbered();
        for (ProposedDecision decision : proposed) {
            numbered =
                    Math.max(
                            numbered,
                            DecisionId.parse(decision.id()).map(DecisionId::number).orElse(0));
        }
        List<MeetingDecision> decisions = new ArrayList<>();
        for (ProposedDecision decision : proposed) {
            DecisionId id =
                    decision.id() == null
                            ? DecisionId.numbered(++numbered)
                            : new DecisionId(decision.id());
            decisions.add(
                    decision(
                            new Origin(workingDay.id(), id),
                            decision,
                            before == null ? null : before.decision(id.value()).orElse(null)));
        }
        return decisions;
    }

    /** A decision that became an action keeps it; any other may become one now. */
    private static MeetingDecision decision(
            Origin origin, ProposedDecision proposed, @Nullable MeetingDecision before) {
        String text = requireNonNull(proposed.text());
        if (before != null && before.action() != null) {
            return new MeetingDecision(origin.decision(), text, before.action(), before.plan());
        }
        return proposed.action() == null
                ? new MeetingDecision(origin.decision(), text, null, null)
                : new MeetingDecision(
                        origin.decision(), text, ActionId.of(origin), proposed.action().accepted());
    }
}
