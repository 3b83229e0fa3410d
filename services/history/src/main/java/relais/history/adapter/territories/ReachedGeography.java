package relais.history.adapter.territories;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import relais.history.figure.Geography;
import relais.territories.Territories;
import relais.territories.Territory;
import relais.territories.TerritoryId;

/**
 * Which territories contain which, in all vintages. Answers are remembered, and name the same
 * territory with the same text: there are 40,000 communes and few of everything else.
 */
public final class ReachedGeography implements Geography {

    /** About 8 MB. */
    private static final int MOST_REMEMBERED = 50_000;

    /** One after the other; the reference has one, of 2016. */
    private static final int MOST_SUCCESSIONS = 5;

    private final Territories territories;
    private final Map<String, List<String>> reached = new ConcurrentHashMap<>();
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    public ReachedGeography(Territories territories) {
        this.territories = territories;
    }

    @Override
    public List<String> reach(String territory) {
        if (reached.size() > MOST_REMEMBERED) {
            // Only a log of unknown territories has so many.
            reached.clear();
            texts.clear();
        }
        return reached.computeIfAbsent(territory, this::look);
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

    private List<String> look(String territory) {
        return TerritoryId.read(territory)
                .map(territories::reach)
                .orElse(Set.of(territory))
                .stream()
                .map(id -> texts.computeIfAbsent(id, same -> same))
                .toList();
    }
}
