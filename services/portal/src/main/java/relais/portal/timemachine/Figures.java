package relais.portal.timemachine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Facets;
import relais.portal.api.Proof;

/**
 * The figures of a moment.
 *
 * @param cards in all
 * @param regions those that existed then, and have any
 */
public record Figures(
        long cards,
        List<Facets.Count> kinds,
        List<Facets.Count> regions,
        List<Facets.Count> axes,
        List<Facets.Count> levels,
        @Nullable Proof proof) {

    static Figures of(Facets facets) {
        return new Figures(
                facets.kind().stream().mapToLong(Facets.Count::count).sum(),
                facets.kind(),
                facets.region(),
                facets.axis(),
                facets.level(),
                facets.proof());
    }
}
