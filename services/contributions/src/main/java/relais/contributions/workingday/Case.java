package relais.contributions.workingday;

import org.jspecify.annotations.Nullable;
import relais.contributions.known.Circumstances;

/**
 * What a {@link WorkingDayPolicy} judges.
 *
 * @param workingDay absent before it is scheduled
 */
record Case(
        @Nullable WorkingDay workingDay, WorkingDayCommand command, Circumstances circumstances) {

    /** Whether it is told afterwards. */
    boolean isArchive() {
        return circumstances.at().isBefore(circumstances.now());
    }
}
