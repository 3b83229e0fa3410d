package relais.contributions.workingday;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.territory.TerritoryCode;

/**
 * When and where the partners meet, and what about.
 *
 * @param date as a French civil day
 * @param place in plain words
 * @param territory of that place
 */
public record Meeting(
        LocalDate date,
        String place,
        @Nullable TerritoryCode territory,
        String theme,
        @Nullable String description) {}
