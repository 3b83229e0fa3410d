package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner as its own service has it.
 *
 * @param version to be named by who changes it; null where a partner is only named
 */
public record PartnerDetails(
        String id,
        @Nullable Long version,
        String name,
        String kind,
        String territory,
        String status,
        @Nullable LocalDate charterSignedOn,
        @Nullable Boolean committee,
        List<Mandate> mandates) {

    /** Whether it is one of the committee's signatories. */
    public boolean isSignatory() {
        return Boolean.TRUE.equals(committee);
    }

    /**
     * Of a person to act for the partner; days are those of Paris.
     *
     * @param until the last day, as foreseen; null if open
     * @param endedOn the first day without it; null if nobody ended it
     * @param person who holds it; null where that is not known, or not for the reader
     */
    public record Mandate(
            String id,
            String role,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalDate endedOn,
            @Nullable Person person) {

        public boolean isOver(LocalDate today) {
            return (endedOn != null && !endedOn.isAfter(today))
                    || (until != null && until.isBefore(today));
        }
    }

    /** Never in the log. */
    public record Person(@Nullable String name, @Nullable String email) {}
}
