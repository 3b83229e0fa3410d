package relais.history.adapter.territories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.history.export.ParentTerritories;
import relais.history.export.Rows;
import relais.history.figure.Geography;
import relais.territories.Scheme;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/**
 * Where territories lay on the French civil day of an event, and which contain which in all
 * vintages. Answers are remembered, since many events ask the same, and name the same territory
 * with the same text: there are 40,000 communes and few of everything else.
 */
@Component
public final class TerritoryGeography implements Rows.Geography, Geography {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** About 10 MB of where territories lay, and 8 MB of what contains them. */
    private static final int MOST_REMEMBERED = 50_000;

    /** One after the other; the reference has one, of 2016. */
    private static final int MOST_SUCCESSIONS = 5;

    private record TerritoryOn(String territory, LocalDate day) {}

    private final Territories territories;
    private final Map<TerritoryOn, List<TerritoryId>> chains = new ConcurrentHashMap<>();
    private final Map<String, List<String>> reached = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    public TerritoryGeography(Territories territories) {
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
                new TerritoryOn(territory, at.atZone(FRANCE).toLocalDate()), this::look);
    }

    private List<TerritoryId> look(TerritoryOn asked) {
        Optional<TerritoryId> id = TerritoryId.read(asked.territory());
        if (id.flatMap(territories::find).isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(id.get()),
                        territories.ancestors(id.get(), asked.day()).stream().map(Territory::id))
                .toList();
    }

    @Override
    public List<String> reach(String territory) {
        if (reached.size() > MOST_REMEMBERED) {
            // Only a log of unknown territories has so many.
            reached.clear();
            texts.clear();
        }
        return reached.computeIfAbsent(territory, this::reached);
    }

    @Override
    public boolean exists(String territory, LocalDate day) {
        return TerritoryId.read(territory)
                .flatMap(territories::find)
                .filter(known -> known.validOn(day))
                .isPresent();
    }

    @Override
    public String inItsPlace(String territory, LocalDate day) {
        String there = territory;
        for (int i = 0; i < MOST_SUCCESSIONS && !exists(there, day); i++) {
            there =
                    TerritoryId.read(there).map(territories::successors).orElse(List.of()).stream()
                            .findFirst()
                            .map(successor -> successor.id().toString())
                            .orElse(there);
        }
        return exists(there, day) ? there : territory;
    }

    @Override
    public @Nullable String name(String territory) {
        return TerritoryId.read(territory)
                .flatMap(territories::find)
                .map(Territory::name)
                .orElse(null);
    }

    private List<String> reached(String territory) {
        return TerritoryId.read(territory)
                .map(territories::reach)
                .orElse(Set.of(territory))
                .stream()
                .map(id -> texts.computeIfAbsent(id, same -> same))
                .toList();
    }
}
