package relais.contributions.workingday;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;
import relais.contributions.action.ActionId;
import relais.contributions.action.Origin;

/** The event that a command gives once every policy agreed. */
final class Outcome {

    private Outcome() {}

    static WorkingDayEvent of(Case judged) {
        Circumstances circumstances = judged.circumstances();
        return switch (judged.command()) {
            case WorkingDayCommand.Schedule schedule ->
                    new WorkingDayEvent.Scheduled(
                            schedule.id(),
                            circumstances.actor().partner(),
                            schedule.meeting().accepted());
            case WorkingDayCommand.Reschedule reschedule ->
                    new WorkingDayEvent.Rescheduled(
                            reschedule.meeting().accepted(), reschedule.reason());
            case WorkingDayCommand.Cancel cancel ->
                    new WorkingDayEvent.Cancelled(requireNonNull(cancel.reason()));
            case WorkingDayCommand.AddItem add ->
                    new WorkingDayEvent.ItemAdded(
                            new AgendaItem(
                                    add.item(),
                                    circumstances.isSecretary()
                                            ? null
                                            : circumstances.actor().partner(),
                                    requireNonNull(add.label()),
                                    add.card(),
                                    add.cardVersion(),
                                    add.note()));
            case WorkingDayCommand.RemoveItem remove ->
                    new WorkingDayEvent.ItemRemoved(remove.item(), remove.reason());
            case WorkingDayCommand.PublishMinutes publish ->
                    published(MeetingRules.existing(judged), publish);
        };
    }

    private static WorkingDayEvent published(
            WorkingDay workingDay, WorkingDayCommand.PublishMinutes publish) {
        return new WorkingDayEvent.MinutesPublished(
                requireNonNull(publish.text()),
                publish.attending().stream().map(PartnerId::new).distinct().toList(),
                decisions(workingDay, publish.decisions()),
                publish.correction());
    }

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
