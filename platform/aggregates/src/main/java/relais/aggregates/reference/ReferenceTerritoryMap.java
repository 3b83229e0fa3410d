package relais.aggregates.reference;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** The rules' view of the reference of territories. */
public record ReferenceTerritoryMap(Territories territories) implements TerritoryMap {

    @Override
    public boolean exists(TerritoryCode territory, LocalDate on) {
        return id(territory)
                .flatMap(territories::find)
                .filter(known -> known.validOn(on))
                .isPresent();
    }

    @Override
    public boolean isWithin(TerritoryCode inner, TerritoryCode outer, LocalDate on) {
        Optional<TerritoryId> innerId = id(inner);
        Optional<TerritoryId> outerId = id(outer);
        return innerId.isPresent()
                && outerId.isPresent()
                && territories.isWithin(innerId.get(), outerId.get(), on);
    }

    /** The territory and all that contain it, of every vintage: those whose reviewers see it. */
    public Set<String> reach(TerritoryCode territory) {
        return id(territory)
                .filter(known -> territories.find(known).isPresent())
                .map(territories::reach)
                .orElseGet(() -> Set.of(territory.value()));
    }

    private static Optional<TerritoryId> id(TerritoryCode code) {
        return TerritoryId.read(code.value());
    }
}
