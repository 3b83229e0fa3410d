package relais.contributions.contribution;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a contribution stands. Nothing leaves {@link #SUPERSEDED} or {@link #WITHDRAWN}. */
enum ContributionStatus {
    DRAFTING,
    /** The text is frozen while signatories take position. */
    CONSULTATION,
    ADOPTED,
    /** A later contribution has taken its place. */
    SUPERSEDED,
    WITHDRAWN;

    public static Optional<ContributionStatus> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(value -> value.name().equals(text)).findFirst();
    }
}
