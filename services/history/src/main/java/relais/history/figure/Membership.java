package relais.history.figure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which groups units are. Remembers those of each territory, so it is to be thrown away after
 * one question.
 */
final class Membership {

    private record TerritoryBy(By by, String territory) {}

    private final Geography geography;
    private final Map<TerritoryBy, List<String>> territories = new HashMap<>();
    private final Map<LocalDate, Map<String, Boolean>> existing = new HashMap<>();

    Membership(Geography geography) {
        this.geography = geography;
    }

    /** Those of every vintage of the territories; none if it is said of none. */
    List<String> of(Item item, By by) {
        return switch (by) {
            case REGION, DEPARTEMENT, ACADEMIE, EPCI -> territories(item.territory(), by);
            case AXIS -> item.axes();
            case LEVEL -> oneOrNone(item.level());
            case KIND -> List.of(item.life().kind().name());
            case PARTNER -> oneOrNone(item.partner());
        };
    }

    /** Those of the territories that are there on a day; {@link #of} if it is by something else. */
    List<String> on(Item item, By by, LocalDate day) {
        List<String> groups = of(item, by);
        return by.isTerritorial()
                ? groups.stream().filter(territory -> exists(territory, day)).toList()
                : groups;
    }

    private boolean exists(String territory, LocalDate day) {
        return existing.computeIfAbsent(day, _ -> new HashMap<>())
                .computeIfAbsent(territory, asked -> geography.exists(asked, day));
    }

    private List<String> territories(@Nullable String territory, By by) {
        return territory == null
                ? List.of()
                : territories.computeIfAbsent(new TerritoryBy(by, territory), this::look);
    }

    private List<String> look(TerritoryBy asked) {
        String prefix = asked.by().code() + ":";
        return geography.reach(asked.territory()).stream()
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    private static List<String> oneOrNone(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
