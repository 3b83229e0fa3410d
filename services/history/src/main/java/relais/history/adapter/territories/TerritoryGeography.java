package relais.history.adapter.territories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

    private record TerritoryOn(String territory, LocalDate day) {
        @Override
        public int hashCode() {
            return 31 * territory.hashCode() + day.hashCode();
        }
    }

    /**
     * Where a territory lay.
     *
     * @param chain itself and all that it lay in; empty if the reference does not know it
     */
    private record Placed(List<String> chain, ParentTerritories parents) {
        static final Placed NOWHERE = new Placed(List.of(), ParentTerritories.NOWHERE);
    }

    private final Territories territories;
    private final Map<TerritoryOn, Placed> placed = new ConcurrentHashMap<>();
    private final Map<String, List<String>> reached = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    public TerritoryGeography(Territories territories) {
        this.territories = territories;
    }

    @Override
    public boolean isWithin(String inner, String outer, Instant at) {
        return inner.equals(outer) || placed(inner, at).chain().contains(outer);
    }

    @Override
    public ParentTerritories parentTerritories(String territory, Instant at) {
        return placed(territory, at).parents();
    }

    private Placed placed(String territory, Instant at) {
        TerritoryOn asked = new TerritoryOn(territory, at.atZone(FRANCE).toLocalDate());
        Placed known = placed.get(asked);
        if (known != null) {
            return known;
        }
        if (placed.size() > MOST_REMEMBERED) {
            placed.clear();
        }
        return placed.computeIfAbsent(asked, this::look);
    }

    private Placed look(TerritoryOn asked) {
        Optional<TerritoryId> id = TerritoryId.read(asked.territory());
        if (id.flatMap(territories::find).isEmpty()) {
            return Placed.NOWHERE;
        }
        List<TerritoryId> chain =
                Stream.concat(
                                Stream.of(id.get()),
                                territories.ancestors(id.get(), asked.day()).stream()
                                        .map(Territory::id))
                        .toList();
        Function<Scheme, @Nullable String> first =
                scheme ->
                        chain.stream()
                                .filter(each -> each.scheme().equals(scheme.code()))
                                .findFirst()
                                .map(this::text)
                                .orElse(null);
        return new Placed(
                chain.stream().map(this::text).toList(),
                new ParentTerritories(
                        first.apply(Scheme.EPCI),
                        first.apply(Scheme.DEPARTEMENT),
                        first.apply(Scheme.REGION),
                        first.apply(Scheme.ACADEMIE)));
    }

    private String text(TerritoryId id) {
        return texts.computeIfAbsent(id.toString(), same -> same);
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
