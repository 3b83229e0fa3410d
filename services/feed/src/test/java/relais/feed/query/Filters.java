package relais.feed.query;

import java.util.List;
import java.util.Set;

/** Questions of tests. */
public final class Filters {

    private Filters() {}

    public static Filter ofTerritory(String territory) {
        return of(Set.of(territory), Set.of());
    }

    public static Filter ofTag(String tag) {
        return of(Set.of(), Set.of(tag));
    }

    private static Filter of(Set<String> territories, Set<String> tags) {
        return new Filter(
                territories,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                tags,
                List.of(),
                null,
                null,
                null,
                Set.of(),
                Filter.Practice.ANY);
    }
}
