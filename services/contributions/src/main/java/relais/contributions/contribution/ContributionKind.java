package relais.contributions.contribution;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a contribution is meant for. */
enum ContributionKind {
    /** What the committee thinks of something. */
    OPINION,
    /** What territories may refer to. */
    FRAMEWORK,
    /** What the committee asks others to do. */
    PROPOSAL;

    public static Optional<ContributionKind> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(value -> value.name().equals(text)).findFirst();
    }
}
