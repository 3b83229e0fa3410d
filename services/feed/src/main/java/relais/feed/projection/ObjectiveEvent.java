package relais.feed.projection;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happened to an objective. */
public sealed interface ObjectiveEvent extends FeedEvent {

    /** Set, or revised: every field counts. */
    record ObjectiveSet(Stamp stamp, ObjectiveCard.Aim aim) implements ObjectiveEvent {}

    record ObjectiveMeasured(
            Stamp stamp,
            BigDecimal value,
            LocalDate measuredOn,
            @Nullable String source,
            @Nullable String note)
            implements ObjectiveEvent {}

    record ObjectiveWithdrawn(Stamp stamp, String reason) implements ObjectiveEvent {}
}
