package relais.portal.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How many cards there are of what; without a proof right after the feed's first start. */
public record Facets(
        List<Count> kind,
        List<Count> status,
        List<Count> axis,
        List<Count> level,
        List<Count> region,
        List<Count> departement,
        List<Count> month,
        List<Count> tag,
        List<Count> cost,
        List<Count> results,
        List<Count> audience,
        @Nullable Proof proof) {

    public record Count(String value, @Nullable String name, long count) {}

    /** Cards by département, as the map takes them. */
    public Map<String, Long> departements() {
        return departement.stream()
                .collect(Collectors.toMap(Count::value, Count::count, (_, last) -> last));
    }

    /** Cards in all: experiences, unless another kind is asked for. */
    public long total() {
        return kind.stream().mapToLong(Count::count).sum();
    }
}
