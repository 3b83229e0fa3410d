package relais.feed.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Remembers figures for as long as the model stands where they were made: the same question about
 * the same place of the log has the same answer, and counting reads every card. Most readers ask
 * for the same few.
 *
 * @param <Q> what is asked, with {@code equals}
 * @param <T> the figure; nobody changes it
 */
public final class KnownFigures<Q, T> {

    private final Supplier<Place> place;
    private final ProvenFigures figures;
    private final Map<Q, Known<T>> known;

    /**
     * Where figures are made.
     *
     * @param model number of the model that serves: two that have come to the same place of the log
     *     need not hold the same
     */
    public record Place(int model, Standing standing) {}

    private record Known<T>(Place place, Proven<T> figure) {}

    /**
     * @param place of the model that is counted, fresh from its store
     * @param most how many figures are remembered; those that were not asked for longest go
     */
    public KnownFigures(Supplier<Place> place, ProvenFigures figures, int most) {
        this.place = place;
        this.figures = figures;
        this.known =
                Collections.synchronizedMap(
                        new LinkedHashMap<>(16, 0.75f, true) {
                            private static final long serialVersionUID = 1L;

                            @Override
                            protected boolean removeEldestEntry(Map.Entry<Q, Known<T>> eldest) {
                                return size() > most;
                            }
                        });
    }

    /** The figure as it is known, or else counted. */
    public Proven<T> prove(Q question, Supplier<T> figure) {
        Place before = place.get();
        Known<T> remembered = known.get(question);
        if (remembered != null && remembered.place().equals(before)) {
            return remembered.figure();
        }
        Proven<T> proven = figures.prove(figure);
        if (proven.mayReach() == null
                && before.standing().isSettled()
                && before.equals(place.get())) {
            known.put(question, new Known<>(before, proven));
        }
        return proven;
    }
}
