package relais.contributions.workingday;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Stored;

/** What is asked of working days. Everyone may read them. */
interface WorkingDays {

    /**
     * What a list keeps. What is absent keeps all.
     *
     * @param from the first day
     * @param to the last day
     */
    record Selection(
            @Nullable WorkingDayStatus status, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /** Where a list was left: the last entry that was shown. */
    record Position(LocalDate date, String id) {}

    /** An entry of a list: without agenda and minutes, which may be long. */
    record Listed(
            WorkingDayId id,
            long version,
            Meeting meeting,
            WorkingDayStatus status,
            @Nullable String reason,
            Instant scheduledAt,
            Instant updatedAt) {}

    Optional<Stored<WorkingDay>> find(WorkingDayId id);

    /** In the order of their dates. */
    List<Listed> list(Selection selection, @Nullable Position after, int limit);
}
