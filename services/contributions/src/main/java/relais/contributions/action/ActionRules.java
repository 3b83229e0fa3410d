package relais.contributions.action;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.DayRule;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.TextRule;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.partner.Role;
import relais.aggregates.partner.Standing;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Circumstances;
import relais.contributions.known.NamedPartner;
import relais.contributions.known.NeedingType;
import relais.contributions.known.Needs;

/**
 * The business rules of actions, which everyone may know of. All the rules of a command are
 * checked, in the order in which refusals are answered, so that one answer names everything to
 * correct.
 */
public final class ActionRules implements NeedingType<Action, ActionCommand, ActionEvent> {

    private static final TextRule REMARK = TextRule.text(2_000);

    @Override
    public Decision<ActionEvent> decide(
            @Nullable Action before, ActionCommand command, Circumstances context) {
        return switch (command) {
            case ActionCommand.Plan(ActionId id, ProposedPlan plan) ->
                    Decision.of(
                            () -> planned(id, plan.accepted(), null, context),
                            Standing.secretary(context),
                            PlanRules.refusals(plan, null, context));
            case ActionCommand.PlanDecided(ActionId id, ActionPlan plan, Origin origin) ->
                    Decision.of(
                            () -> planned(id, plan, origin, context),
                            isTheServiceItself(context),
                            NamedPartner.registered("lead", plan.lead().value(), context));
            case ActionCommand.Revise revise ->
                    Decision.of(
                            () ->
                                    new ActionEvent.Revised(
                                            revise.plan().accepted(), revise.reason()),
                            isLeadOrSecretary(before, context),
                            isOpen(before),
                            PlanRules.refusals(
                                    revise.plan(), requireNonNull(before).plan(), context),
                            REMARK.check("reason", revise.reason()));
            case ActionCommand.Progress(@Nullable Integer percent, @Nullable String report) ->
                    Decision.of(
                            () ->
                                    new ActionEvent.Progressed(
                                            requireNonNull(percent), requireNonNull(report)),
                            isLeadOrSecretary(before, context),
                            isOpen(before),
                            percentIsSound(percent),
                            REMARK.required("report", report));
            case ActionCommand.Complete(@Nullable String on, @Nullable String report) ->
                    Decision.of(
                            () ->
                                    new ActionEvent.Completed(
                                            on == null ? context.day() : LocalDate.parse(on),
                                            report),
                            isLeadOrSecretary(before, context),
                            isOpen(before),
                            DayRule.until(context.day()).check("completedOn", on),
                            REMARK.check("report", report));
            case ActionCommand.Abandon(@Nullable String reason) ->
                    Decision.of(
                            () -> new ActionEvent.Abandoned(requireNonNull(reason)),
                            isLeadOrSecretary(before, context),
                            isOpen(before),
                            REMARK.required("reason", reason));
        };
    }

    @Override
    public Needs needs(@Nullable Action before, ActionCommand command) {
        return switch (command) {
            case ActionCommand.Plan plan -> ProposedPlan.needs(List.of(plan.plan()));
            case ActionCommand.PlanDecided decided ->
                    Needs.NOTHING.withPartners(Set.of(decided.plan().lead()));
            case ActionCommand.Revise revise -> ProposedPlan.needs(List.of(revise.plan()));
            case ActionCommand.Progress _, ActionCommand.Complete _, ActionCommand.Abandon _ ->
                    Needs.NOTHING;
        };
    }

    @Override
    public Action apply(@Nullable Action before, ActionEvent event, Moment moment) {
        return Action.apply(before, event, moment);
    }

    /** The secretariat is one, whoever of it acts; what minutes decided, the service plans. */
    @Override
    public boolean isCreator(Action state, Actor actor) {
        return actor.is(state.origin() == null ? Role.COMMITTEE : Role.SERVICE);
    }

    /** The partner that answers for it keeps it up to date, or the secretariat for it. */
    private static Stream<Refusal> isLeadOrSecretary(
            @Nullable Action before, Circumstances context) {
        PartnerId lead = requireNonNull(before).plan().lead();
        return Refusal.all(
                Refusal.when(
                        !context.isSecretary() && !context.actor().actsFor(lead),
                        Refusal.forbidden("partner", "lead-only")),
                Standing.refusals(context));
    }

    private static Stream<Refusal> isTheServiceItself(Circumstances context) {
        return Refusal.when(
                !context.actor().is(Role.SERVICE), Refusal.forbidden("roles", "committee-only"));
    }

    /** What was completed or abandoned stays as it was. */
    private static Stream<Refusal> isOpen(@Nullable Action before) {
        ActionStatus status = requireNonNull(before).status();
        return Refusal.when(
                !status.isOpen(),
                Refusal.conflict(
                        "status",
                        status == ActionStatus.COMPLETED
                                ? "action-completed"
                                : "action-abandoned"));
    }

    private static Stream<Refusal> percentIsSound(@Nullable Integer percent) {
        return percent == null
                ? Stream.of(Refusal.invalid("percent", "required"))
                : Refusal.when(percent < 0 || percent > 100, Refusal.invalid("percent", "percent"));
    }

    /** The events are filed under the territory of the first lead. */
    private static ActionEvent planned(
            ActionId id, ActionPlan plan, @Nullable Origin origin, Circumstances context) {
        TerritoryCode home =
                requireNonNull(context.known().partners().get(plan.lead())).territory();
        return new ActionEvent.Planned(id, home, plan, origin);
    }
}
