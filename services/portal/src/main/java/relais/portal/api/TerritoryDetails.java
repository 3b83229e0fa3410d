package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A territory on a day.
 *
 * @param validFrom first day on which it was there; null if the reference knows of none
 * @param validUntil first day on which it was no more; null if it is there today
 * @param population inhabitants today; null if unknown
 * @param valid whether it is there on that day
 * @param ancestors what it lies in on that day, the nearest first
 * @param successors what took its place, if it is no more
 * @param predecessors what it took the place of
 */
public record TerritoryDetails(
        String id,
        String name,
        String scheme,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Integer population,
        boolean valid,
        List<TerritoryEntry> ancestors,
        List<TerritoryEntry> successors,
        List<TerritoryEntry> predecessors) {

    /** Whether the day is before it came to be; else, if it is not there, after it ended. */
    public boolean isToCome(LocalDate day) {
        return validFrom != null && day.isBefore(validFrom);
    }

    /** The name, or the code of one of which only that is known. */
    public String called() {
        return name.isEmpty() ? id.substring(id.indexOf(':') + 1) : name;
    }
}
