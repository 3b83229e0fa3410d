package relais.contributions.workingday;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Decision;
import relais.aggregates.Moment;
import relais.aggregates.Refusal;
import relais.aggregates.partner.PartnerId;
import relais.contributions.known.Circumstances;
import relais.contributions.known.Needs;
import relais.contributions.action.ProposedPlan;

/**
 * One meeting of the partners from its scheduling on: the sum of its events. {@link #decide} never
 * changes it, {@link #apply} is the only way it changes.
 *
 * @param scheduledBy the partner for which the secretariat scheduled it
 * @param agenda in the order in which points were added
 * @param minutes absent before they are published
 * @param reason why it was cancelled; absent while it is not
 */
public record WorkingDay(
        WorkingDayId id,
        @Nullable PartnerId scheduledBy,
        Meeting meeting,
        List<AgendaItem> agenda,
        @Nullable Minutes minutes,
        WorkingDayStatus status,
        @Nullable String reason,
        Instant scheduledAt) {

    public WorkingDay {
        agenda = List.copyOf(agenda);
    }

    public Optional<AgendaItem> item(AgendaItemId id) {
        return agenda.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** What a decision has to know of others. */
    public static Needs needs(WorkingDayCommand command) {
        return switch (command) {
            case WorkingDayCommand.AddItem add ->
                    add.card() == null
                            ? Needs.NOTHING
                            : Needs.NOTHING.withCards(Set.of(add.card()));
            case WorkingDayCommand.PublishMinutes publish -> needs(publish);
            case WorkingDayCommand.Schedule _,
                    WorkingDayCommand.Reschedule _,
                    WorkingDayCommand.Cancel _,
                    WorkingDayCommand.RemoveItem _ ->
                    Needs.NOTHING;
        };
    }

    private static Needs needs(WorkingDayCommand.PublishMinutes publish) {
        List<ProposedPlan> plans =
                publish.decisions().stream()
                        .limit(MinutesRules.MAX_DECISIONS)
                        .map(ProposedDecision::action)
                        .filter(Objects::nonNull)
                        .toList();
        Needs ofPlans = ProposedPlan.needs(plans);
        Set<PartnerId> partners = new HashSet<>(ofPlans.partners());
        publish.attending().stream()
                .limit(MinutesRules.MAX_ATTENDING)
                .flatMap(partner -> PartnerId.parse(partner).stream())
                .forEach(partners::add);
        return ofPlans.withPartners(partners);
    }

    /** Events, or every reason against the command at once. */
    public static Decision<WorkingDayEvent> decide(
            @Nullable WorkingDay before, WorkingDayCommand command, Circumstances circumstances) {
        Case judged = new Case(before, command, circumstances);
        Stream<Refusal> refusals =
                WorkingDayPolicy.of(command).stream()
                        .flatMap(policy -> policy.check(judged))
                        .distinct();
        return Decision.unless(refusals, () -> Outcome.of(judged));
    }

    /**
     * The working day after one more event.
     *
     * @param before absent for the first event only
     */
    public static WorkingDay apply(
            @Nullable WorkingDay before, WorkingDayEvent event, Moment moment) {
        if (event instanceof WorkingDayEvent.Scheduled scheduled) {
            return new WorkingDay(
                    scheduled.id(),
                    scheduled.by(),
                    scheduled.meeting(),
                    List.of(),
                    null,
                    WorkingDayStatus.SCHEDULED,
                    null,
                    moment.at());
        }
        if (before == null) {
            throw new IllegalStateException(event + " before the day was scheduled");
        }
        return before.after(event, moment);
    }

    private WorkingDay after(WorkingDayEvent event, Moment moment) {
        return switch (event) {
            case WorkingDayEvent.Scheduled _ ->
                    throw new IllegalStateException(id + " was scheduled already");
            case WorkingDayEvent.Rescheduled rescheduled ->
                    next(rescheduled.meeting(), agenda, minutes, status, null);
            case WorkingDayEvent.Cancelled cancelled ->
                    next(meeting, agenda, minutes, WorkingDayStatus.CANCELLED, cancelled.reason());
            case WorkingDayEvent.ItemAdded added -> {
                List<AgendaItem> longer = new ArrayList<>(agenda);
                longer.add(added.item());
                yield next(meeting, longer, minutes, status, null);
            }
            case WorkingDayEvent.ItemRemoved removed ->
                    next(
                            meeting,
                            agenda.stream()
                                    .filter(item -> !item.id().equals(removed.item()))
                                    .toList(),
                            minutes,
                            status,
                            null);
            case WorkingDayEvent.MinutesPublished published ->
                    next(
                            meeting,
                            agenda,
                            Minutes.of(minutes, published, moment.at()),
                            WorkingDayStatus.HELD,
                            null);
        };
    }

    private WorkingDay next(
            Meeting nextMeeting,
            List<AgendaItem> nextAgenda,
            @Nullable Minutes nextMinutes,
            WorkingDayStatus nextStatus,
            @Nullable String nextReason) {
        return new WorkingDay(
                id,
                scheduledBy,
                nextMeeting,
                nextAgenda,
                nextMinutes,
                nextStatus,
                nextReason,
                scheduledAt);
    }
}
