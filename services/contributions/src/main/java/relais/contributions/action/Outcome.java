package relais.contributions.action;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import relais.aggregates.partner.PartnerId;
import relais.aggregates.territory.TerritoryCode;
import relais.contributions.known.Circumstances;

/** The event that a command gives once every policy agreed. */
final class Outcome {

    private Outcome() {}

    static ActionEvent of(Case judged) {
        Circumstances circumstances = judged.circumstances();
        return switch (judged.command()) {
            case ActionCommand.Plan plan -> {
                ActionPlan accepted = plan.plan().accepted();
                yield new ActionEvent.Planned(
                        plan.id(), homeOf(accepted.lead(), circumstances), accepted, null);
            }
            case ActionCommand.PlanDecided decided ->
                    new ActionEvent.Planned(
                            decided.id(),
                            homeOf(decided.plan().lead(), circumstances),
                            decided.plan(),
                            decided.origin());
            case ActionCommand.Revise revise ->
                    new ActionEvent.Revised(revise.plan().accepted(), revise.reason());
            case ActionCommand.Progress progress ->
                    new ActionEvent.Progressed(
                            requireNonNull(progress.percent()), requireNonNull(progress.report()));
            case ActionCommand.Complete complete ->
                    new ActionEvent.Completed(
                            complete.completedOn() == null
                                    ? circumstances.day()
                                    : LocalDate.parse(complete.completedOn()),
                            complete.report());
            case ActionCommand.Abandon abandon ->
                    new ActionEvent.Abandoned(requireNonNull(abandon.reason()));
        };
    }

    private static TerritoryCode homeOf(PartnerId lead, Circumstances circumstances) {
        return requireNonNull(circumstances.known().partners().get(lead)).territory();
    }
}
