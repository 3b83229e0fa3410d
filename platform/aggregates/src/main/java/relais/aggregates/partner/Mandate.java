package relais.aggregates.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The period over which someone may act for a partner.
 *
 * @param until the last day, included; absent while open
 * @param endedOn the day it was ended early: the mandate does not hold on that day any more
 */
public record Mandate(
        String id, LocalDate from, @Nullable LocalDate until, @Nullable LocalDate endedOn) {

    public boolean inForceOn(LocalDate day) {
        boolean begun = !day.isBefore(from);
        boolean expired = until != null && day.isAfter(until);
        boolean ended = endedOn != null && !day.isBefore(endedOn);
        return begun && !expired && !ended;
    }

    public Mandate endedOn(LocalDate day) {
        return new Mandate(id, from, until, day);
    }
}
