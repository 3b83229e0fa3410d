package relais.contributions.workingday;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/** What can happen to a working day. */
public sealed interface WorkingDayEvent {

    /**
     * @param by the partner for which the secretariat acted, if it has one
     */
    record Scheduled(WorkingDayId id, @Nullable PartnerId by, Meeting meeting)
            implements WorkingDayEvent {}

    record Rescheduled(Meeting meeting, @Nullable String reason) implements WorkingDayEvent {}

    record Cancelled(String reason) implements WorkingDayEvent {}

    record ItemAdded(AgendaItem item) implements WorkingDayEvent {}

    record ItemRemoved(AgendaItemId item, @Nullable String reason) implements WorkingDayEvent {}

    /** Published again, they replace the earlier ones. */
    record MinutesPublished(
            String text,
            List<PartnerId> attending,
            List<MeetingDecision> decisions,
            @Nullable String correction)
            implements WorkingDayEvent {
        public MinutesPublished {
            attending = List.copyOf(attending);
            decisions = List.copyOf(decisions);
        }
    }
}
