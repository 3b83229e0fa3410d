package relais.feed.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where cards and activities are kept. Everything here can be repeated without harm. */
public interface ReadModel {

    /** The latest version of each; an aggregate of which nothing is known is absent. */
    Map<String, Card> latest(Collection<String> aggregateIds);

    /**
     * Writes versions and activities; returns when the store has acknowledged them.
     *
     * @param steps in the order of the events
     */
    void write(List<Step> steps);
}
