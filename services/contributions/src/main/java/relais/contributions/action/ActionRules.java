package relais.contributions.action;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;
import relais.aggregates.DayRule;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NamedPartner;

/** The rules behind {@link ActionPolicy}. */
final class ActionRules {

    private static final TextRule REMARK = TextRule.text(2_000);

    private ActionRules() {}

    static Stream<Refusal> leadOrSecretary(Case judged) {
        Circumstances circumstances = judged.circumstances();
        boolean allowed =
                circumstances.isSecretary()
                        || circumstances.actor().actsFor(existing(judged).plan().lead());
        return Stream.concat(
                Refusal.when(!allowed, Refusal.forbidden("partner", "lead-only")),
                Standing.refusals(circumstances));
    }

    static Stream<Refusal> serviceOnly(Case judged) {
        return Refusal.when(
                !judged.circumstances().actor().is(Role.SERVICE),
                Refusal.forbidden("roles", "committee-only"));
    }

    static Stream<Refusal> stillOpen(Case judged) {
        ActionStatus status = existing(judged).status();
        return Refusal.when(
                !status.isOpen(),
                Refusal.conflict(
                        "status",
                        status == ActionStatus.COMPLETED
                                ? "action-completed"
                                : "action-abandoned"));
    }

    static Stream<Refusal> soundPlan(Case judged) {
        return switch (judged.command()) {
            case ActionCommand.Plan plan ->
                    PlanPolicy.refusals(plan.plan(), null, judged.circumstances());
            case ActionCommand.Revise revise ->
                    PlanPolicy.refusals(
                            revise.plan(), existing(judged).plan(), judged.circumstances());
            case ActionCommand.PlanDecided _,
                    ActionCommand.Progress _,
                    ActionCommand.Complete _,
                    ActionCommand.Abandon _ ->
                    Stream.empty();
        };
    }

    static Stream<Refusal> leadIsKnown(Case judged) {
        ActionCommand.PlanDecided decided = (ActionCommand.PlanDecided) judged.command();
        return NamedPartner.registered(
                "lead", decided.plan().lead().value(), judged.circumstances());
    }

    static Stream<Refusal> soundProgress(Case judged) {
        ActionCommand.Progress progress = (ActionCommand.Progress) judged.command();
        Integer percent = progress.percent();
        Stream<Refusal> number =
                percent == null
                        ? Stream.of(Refusal.invalid("percent", "required"))
                        : Refusal.when(
                                percent < 0 || percent > 100,
                                Refusal.invalid("percent", "percent"));
        return Stream.concat(number, REMARK.required("report", progress.report()));
    }

    static Stream<Refusal> completedByNow(Case judged) {
        return DayRule.until(judged.circumstances().day())
                .check("completedOn", ((ActionCommand.Complete) judged.command()).completedOn());
    }

    static Stream<Refusal> reasonGiven(Case judged) {
        return REMARK.required("reason", ((ActionCommand.Abandon) judged.command()).reason());
    }

    static Stream<Refusal> readableTexts(Case judged) {
        return switch (judged.command()) {
            case ActionCommand.Revise revise -> REMARK.check("reason", revise.reason());
            case ActionCommand.Complete complete -> REMARK.check("report", complete.report());
            case ActionCommand.Plan _,
                    ActionCommand.PlanDecided _,
                    ActionCommand.Progress _,
                    ActionCommand.Abandon _ ->
                    Stream.empty();
        };
    }

    private static Action existing(Case judged) {
        return requireNonNull(judged.action(), "a command before the plan");
    }
}
