package relais.contributions.workingday;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a working day stands. Nothing leaves {@link #HELD} or {@link #CANCELLED}. */
public enum WorkingDayStatus {
    SCHEDULED,
    /** Its minutes are published; they may be corrected. */
    HELD,
    CANCELLED;

    public static Optional<WorkingDayStatus> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(value -> value.name().equals(text)).findFirst();
    }
}
