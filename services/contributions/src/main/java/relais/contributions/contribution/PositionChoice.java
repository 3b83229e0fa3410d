package relais.contributions.contribution;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a signatory answers to a consultation. */
enum PositionChoice {
    CONSENT,
    /** Goes along, for a reason to be heard. */
    RESERVATION,
    /** Stands against, for a reason; while one stands, nothing is adopted. */
    OBJECTION,
    ABSTENTION;

    /** Whether the others are owed a reason. */
    boolean needsAReason() {
        return this == RESERVATION || this == OBJECTION;
    }

    public static Optional<PositionChoice> parse(@Nullable String text) {
        return Arrays.stream(values()).filter(value -> value.name().equals(text)).findFirst();
    }
}
