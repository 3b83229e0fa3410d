package relais.partners.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person, known here by the mandate's id only, acting for a partner. Days are those of Paris.
 *
 * @param until last day, as foreseen when it was granted; null if open
 * @param endedOn first day on which it no longer holds, by decision; null if none was taken
 */
record Mandate(
        MandateId id,
        MandateRole role,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate endedOn) {

    Mandate ended(LocalDate on) {
        return new Mandate(id, role, from, until, on);
    }
}
