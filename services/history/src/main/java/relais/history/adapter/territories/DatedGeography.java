package relais.history.adapter.territories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.history.export.ParentTerritories;
import relais.history.export.Rows;
import relais.territories.Scheme;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/**
 * Where territories lay on the French civil day of an event. Answers are remembered: many events
 * ask the same.
 */
public final class DatedGeography implements Rows.Geography {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** About 10 MB. */
    private static final int MOST_REMEMBERED = 50_000;

    private record Asked(String territory, LocalDate day) {}

    private final Territories territories;
    private final Map<Asked, List<TerritoryId>> chains = new ConcurrentHashMap<>();

    public DatedGeography(Territories territories) {
        this.territories = territories;
    }

    @Override
    public boolean isWithin(String inner, String outer, Instant at) {
        return inner.equals(outer)
                || chain(inner, at).stream().anyMatch(id -> id.toString().equals(outer));
    }

    @Override
    public ParentTerritories parentTerritories(String territory, Instant at) {
        Map<String, String> byScheme =
                chain(territory, at).stream()
                        .collect(
                                Collectors.toMap(
                                        TerritoryId::scheme,
                                        TerritoryId::toString,
                                        (first, _) -> first));
        return new ParentTerritories(
                byScheme.get(Scheme.EPCI.code()),
                byScheme.get(Scheme.DEPARTEMENT.code()),
                byScheme.get(Scheme.REGION.code()),
                byScheme.get(Scheme.ACADEMIE.code()));
    }

    /** The territory and all that it lay in; empty if the reference does not know it. */
    private List<TerritoryId> chain(String territory, Instant at) {
        if (chains.size() > MOST_REMEMBERED) {
            chains.clear();
        }
        return chains.computeIfAbsent(
                new Asked(territory, at.atZone(FRANCE).toLocalDate()), this::look);
    }

    private List<TerritoryId> look(Asked asked) {
        Optional<TerritoryId> id = TerritoryId.read(asked.territory());
        if (id.flatMap(territories::find).isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(id.get()),
                        territories.ancestors(id.get(), asked.day()).stream().map(Territory::id))
                .toList();
    }
}
