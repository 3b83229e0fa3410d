package relais.portal.timemachine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.portal.api.Facets;
import relais.portal.api.Proof;

/**
 * The figures of a moment.
 *
 * @param cards in all: experiences, unless another kind is asked for
 * @param kinds how many there are of each kind
 * @param regions those that existed then, and have any
 */
public record Figures(
        long cards,
        List<Facets.Count> kinds,
        List<Facets.Count> regions,
        List<Facets.Count> axes,
        List<Facets.Count> levels,
        @Nullable Proof proof) {

    /**
     * The figures.
     *
     * @param ofKinds the same of every kind
     */
    static Figures of(Facets facets, Facets ofKinds) {
        return new Figures(
                facets.kind().stream().mapToLong(Facets.Count::count).sum(),
                ofKinds.kind(),
                facets.region(),
                facets.axis(),
                facets.level(),
                facets.proof());
    }
}
