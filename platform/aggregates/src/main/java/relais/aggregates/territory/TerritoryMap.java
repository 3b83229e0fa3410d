package relais.aggregates.territory;

import java.time.LocalDate;

/** What the rules ask of the reference of territories. Pure lookups: no I/O. */
public interface TerritoryMap {

    boolean exists(TerritoryCode territory, LocalDate on);

    /** Whether the first is the second, or lies wholly inside it, on that day. */
    boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on);
}
