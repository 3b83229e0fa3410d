package relais.territories;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A territory of France, of today or of the past.
 *
 * @param name as the source writes it, in French; "" for a former commune of which only the code is
 *     known
 * @param validFrom first day (Europe/Paris), or null if it has been there longer than the source
 *     tells
 * @param validUntil first day on which it was no more, or null if it is there today; for a former
 *     commune, the latest possible one (the source has no dates, the vintages are compared)
 * @param population inhabitants (municipal population of the vintage), or null if unknown
 * @param siren nine digits, or null if the source has none
 */
public record Territory(
        TerritoryId id,
        String name,
        Scheme scheme,
        Nature nature,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Integer population,
        @Nullable String siren) {

    /** Whether it exists on that day. */
    public boolean validOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom))
                && (validUntil == null || day.isBefore(validUntil));
    }
}
