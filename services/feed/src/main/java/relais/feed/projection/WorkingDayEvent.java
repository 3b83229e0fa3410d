package relais.feed.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a working day. */
public sealed interface WorkingDayEvent extends FeedEvent {

    record WorkingDayScheduled(Stamp stamp, WorkingDayCard.Meeting meeting)
            implements WorkingDayEvent {}

    record WorkingDayRescheduled(
            Stamp stamp, WorkingDayCard.Meeting meeting, @Nullable String reason)
            implements WorkingDayEvent {}

    record WorkingDayCancelled(Stamp stamp, String reason) implements WorkingDayEvent {}

    record AgendaItemAdded(Stamp stamp, WorkingDayCard.AgendaItem item)
            implements WorkingDayEvent {}

    record AgendaItemRemoved(Stamp stamp, String itemId, @Nullable String reason)
            implements WorkingDayEvent {}

    record MinutesPublished(
            Stamp stamp,
            String text,
            List<String> attending,
            List<WorkingDayCard.DecisionTaken> decisions,
            @Nullable String correction)
            implements WorkingDayEvent {

        public MinutesPublished {
            attending = List.copyOf(attending);
            decisions = List.copyOf(decisions);
        }
    }
}
