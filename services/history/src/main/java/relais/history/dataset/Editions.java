package relais.history.dataset;

import java.util.List;
import java.util.Optional;

/** The editions there are, for all instances. One that is there is never changed. */
public interface Editions {

    Optional<Edition> last();

    /** The latest ones, the newest first. */
    List<Edition> latest(int most);

    /** From a number on, in order, up to a number of them. */
    List<Edition> from(long number, int most);

    /** False if another one has its number. */
    boolean add(Edition edition);
}
