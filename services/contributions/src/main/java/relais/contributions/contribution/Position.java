package relais.contributions.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.PartnerId;

/**
 * What one signatory answers.
 *
 * @param takenAt when it last said so
 */
record Position(
        PartnerId partner,
        @JsonProperty("position") PositionChoice choice,
        @Nullable String reason,
        Instant takenAt) {

    /** Whether that says nothing new. */
    boolean isSameAs(ContributionEvent.PositionTaken taken) {
        return partner.equals(taken.partner())
                && choice == taken.choice()
                && Objects.equals(reason, taken.reason());
    }
}
