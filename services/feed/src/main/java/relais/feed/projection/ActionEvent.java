package relais.feed.projection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to an action. */
public sealed interface ActionEvent extends FeedEvent {

    record ActionPlanned(Stamp stamp, ActionCard.Plan plan, ActionCard.@Nullable Origin origin)
            implements ActionEvent {}

    record ActionRevised(Stamp stamp, ActionCard.Plan plan, @Nullable String reason)
            implements ActionEvent {}

    record ActionProgressed(Stamp stamp, int percent, String report) implements ActionEvent {}

    record ActionCompleted(Stamp stamp, LocalDate completedOn, @Nullable String report)
            implements ActionEvent {}

    record ActionAbandoned(Stamp stamp, String reason) implements ActionEvent {}
}
