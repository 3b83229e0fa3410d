package relais.contributions.objective;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an objective stands. Nothing leaves {@link #WITHDRAWN}. */
public enum ObjectiveStatus {
    OPEN,
    WITHDRAWN;

    public static Optional<ObjectiveStatus> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(value -> value.name().equals(text)).findFirst();
    }
}
