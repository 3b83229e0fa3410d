package relais.aggregates;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The six working axes of the charter of 1 October 2015. */
public enum Axis {
    USES,
    GOVERNANCE,
    SUPPORT,
    FRAMEWORKS,
    INFRASTRUCTURE,
    INDUSTRY;

    public static Optional<Axis> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(axis -> axis.name().equals(text)).findFirst();
    }
}
