package relais.contributions.reaction;

import java.util.Collection;
import java.util.Map;

/**
 * How far the service has answered the events of each aggregate. Kept apart from what the events
 * changed: an answer may be due long after its event is known.
 */
public interface Positions {

    /** The last version answered of each; those of which none was are absent. */
    Map<String, Long> of(Collection<String> aggregates);

    /** Never goes back. */
    void advance(Map<String, Long> versions);
}
