package relais.feed.query;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Events that the public stream has passed without publishing them: the model had them aside. */
public interface Unpublished {

    /**
     * An event of the log.
     *
     * @param card the aggregate it happened to
     * @param lane topic and partition, such as {@code relais.experiences:3}
     */
    record Event(String card, long sequence, String lane) {

        /** Its {@code ce_id}. */
        public String id() {
            return card + ":" + sequence;
        }
    }

    /** Those of these partitions, at most a thousand, the lowest sequences of a card first. */
    List<Event> of(Set<String> lanes);

    /** Does nothing about those that are there. */
    void add(Collection<Event> events);

    void remove(Collection<Event> events);
}
