package relais.contributions.workingday;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.contributions.known.NamedPartner;
import relais.contributions.action.PlanPolicy;
import relais.contributions.action.ProposedPlan;

/** The rules behind {@link WorkingDayPolicy} about the minutes. */
final class MinutesRules {

    static final int MAX_ATTENDING = 200;
    static final int MAX_DECISIONS = 100;

    private static final TextRule TEXT = TextRule.text(100_000);
    private static final TextRule DECISION = TextRule.text(2_000);

    private MinutesRules() {}

    static Stream<Refusal> notCancelled(Case judged) {
        return Refusal.when(
                MeetingRules.existing(judged).status() == WorkingDayStatus.CANCELLED,
                Refusal.conflict("status", "working-day-cancelled"));
    }

    static Stream<Refusal> onOrAfterTheDay(Case judged) {
        Meeting meeting = MeetingRules.existing(judged).meeting();
        return Refusal.when(
                judged.circumstances().day().isBefore(meeting.date()),
                Refusal.conflict("date", "minutes-too-early", meeting.date()));
    }

    static Stream<Refusal> correctionIsExplained(Case judged) {
        String correction = publish(judged).correction();
        return MeetingRules.existing(judged).minutes() == null
                ? Refusal.when(
                        correction != null, Refusal.invalid("correction", "nothing-to-correct"))
                : correction == null
                        ? Stream.of(Refusal.invalid("correction", "correction-required"))
                        : MeetingRules.REMARK.check("correction", correction);
    }

    static Stream<Refusal> soundMinutes(Case judged) {
        return Stream.of(
                        TEXT.required("text", publish(judged).text()),
                        attending(judged),
                        decisions(publish(judged).decisions()))
                .flatMap(refusals -> refusals);
    }

    private static Stream<Refusal> attending(Case judged) {
        List<String> attending = publish(judged).attending();
        return attending.size() > MAX_ATTENDING
                ? Stream.of(Refusal.invalid("attending", "too-many", MAX_ATTENDING))
                : IntStream.range(0, attending.size())
                        .boxed()
                        .flatMap(
                                i ->
                                        NamedPartner.registered(
                                                "attending[" + i + "]",
                                                attending.get(i),
                                                judged.circumstances()));
    }

    private static Stream<Refusal> decisions(List<ProposedDecision> decisions) {
        return decisions.size() > MAX_DECISIONS
                ? Stream.of(Refusal.invalid("decisions", "too-many", MAX_DECISIONS))
                : IntStream.range(0, decisions.size())
                        .boxed()
                        .flatMap(
                                i ->
                                        DECISION.required(
                                                field(i) + ".text", decisions.get(i).text()));
    }

    static Stream<Refusal> fitInOneEvent(Case judged) {
        Minutes before = MeetingRules.existing(judged).minutes();
        return Refusal.when(
                MinutesSize.of(publish(judged), before) > MinutesSize.MAX,
                Refusal.invalid("decisions", "minutes-too-long", MinutesSize.MAX / 1_000));
    }

    static Stream<Refusal> decidedActionsStay(Case judged) {
        List<ProposedDecision> decisions = publish(judged).decisions();
        Minutes before = MeetingRules.existing(judged).minutes();
        Set<String> kept = new HashSet<>();
        Stream<Refusal> each =
                IntStream.range(0, Math.min(decisions.size(), MAX_DECISIONS))
                        .boxed()
                        .flatMap(i -> kept(field(i), decisions.get(i), before, kept, judged))
                        .toList()
                        .stream();
        return before == null
                ? each
                : Stream.concat(
                        each,
                        before.decisions().stream()
                                .filter(known -> known.action() != null)
                                .filter(known -> !kept.contains(known.id().value()))
                                .map(
                                        known ->
                                                Refusal.conflict(
                                                        "decisions",
                                                        "decision-became-action",
                                                        known.id().value(),
                                                        String.valueOf(known.action()))));
    }

    private static Stream<Refusal> kept(
            String field,
            ProposedDecision decision,
            @Nullable Minutes before,
            Set<String> kept,
            Case judged) {
        String id = decision.id();
        if (id == null) {
            return Stream.empty();
        }
        MeetingDecision known = before == null ? null : before.decision(id).orElse(null);
        boolean named = known != null || (judged.isArchive() && DecisionId.parse(id).isPresent());
        return Stream.of(
                        Refusal.when(!named, Refusal.invalid(field + ".id", "decision-unknown")),
                        Refusal.when(
                                !kept.add(id), Refusal.invalid(field + ".id", "decision-repeated")),
                        Refusal.when(
                                known != null
                                        && known.action() != null
                                        && decision.action() != null,
                                Refusal.conflict(
                                        field + ".action",
                                        "action-planned-already",
                                        known == null ? "" : String.valueOf(known.action()))))
                .flatMap(refusals -> refusals);
    }

    static Stream<Refusal> plansAreSound(Case judged) {
        List<ProposedDecision> decisions = publish(judged).decisions();
        return IntStream.range(0, Math.min(decisions.size(), MAX_DECISIONS))
                .boxed()
                .flatMap(i -> plan(field(i) + ".action.", decisions.get(i).action(), judged));
    }

    private static Stream<Refusal> plan(String path, @Nullable ProposedPlan plan, Case judged) {
        return plan == null
                ? Stream.empty()
                : PlanPolicy.refusals(plan, null, judged.circumstances())
                        .map(refusal -> refusal.of(path + refusal.field()));
    }

    private static String field(int index) {
        return "decisions[" + index + "]";
    }

    private static WorkingDayCommand.PublishMinutes publish(Case judged) {
        return (WorkingDayCommand.PublishMinutes) judged.command();
    }
}
