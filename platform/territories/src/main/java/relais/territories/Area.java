package relais.territories;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The territories that are few enough to be objects. Rows are positions in the lists of {@link
 * Reference}; -1 is none.
 */
sealed interface Area {

    TerritoryId id();

    String name();

    Nature nature();

    default @Nullable LocalDate validFrom() {
        return null;
    }

    default @Nullable LocalDate validUntil() {
        return null;
    }

    /** A région, present or former; {@code successor} is the row of the one that took over. */
    record Region(
            TerritoryId id,
            String name,
            Nature nature,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            int successor)
            implements Area {

        boolean validOn(@Nullable LocalDate day) {
            return day == null
                    || ((validFrom == null || !day.isBefore(validFrom))
                            && (validUntil == null || day.isBefore(validUntil)));
        }
    }

    /**
     * A département with the rows of its région, of its région of before 2016 if that was another,
     * and of its académie.
     */
    record Departement(
            TerritoryId id, String name, Nature nature, int region, int formerRegion, int academie)
            implements Area {}

    /** An académie with the row of its région. */
    record Academie(TerritoryId id, String name, int region) implements Area {

        @Override
        public Nature nature() {
            return Nature.PLAIN;
        }
    }

    /** The country. */
    record Country(TerritoryId id, String name) implements Area {

        @Override
        public Nature nature() {
            return Nature.PLAIN;
        }
    }
}
