package relais.contributions.workingday;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Moment;
import relais.aggregates.partner.PartnerId;

/**
 * One meeting of the partners from its scheduling on: the sum of its events; {@link #apply} is the
 * only way it changes. It is stored and answered as it is.
 *
 * @param scheduledBy the partner for which the secretariat scheduled it
 * @param agenda in the order in which points were added
 * @param minutes absent before they are published
 * @param reason why it was cancelled; absent while it is not
 */
public record WorkingDay(
        @JsonIgnore WorkingDayId id,
        @JsonIgnore @Nullable PartnerId scheduledBy,
        @JsonUnwrapped Meeting meeting,
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
