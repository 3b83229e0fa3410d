package relais.portal.page;

import java.util.List;
import java.util.Set;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.call.Pending;

/** What waits for somebody at one desk; a desk declares one as a component. */
public interface ToDos {

    /** The most that one desk tells of: nobody reads a longer list, and services are asked once. */
    int MOST = 20;

    /**
     * What waits.
     *
     * @param more whether there is more than is told
     */
    record Found(List<ToDo> items, boolean more) {

        public Found {
            items = List.copyOf(items);
        }
    }

    /** Key of the entry of the main navigation, of those so capable, that it is counted beside. */
    String section(Set<Capacity> capacities);

    /** Those for whom something may wait here. */
    Set<Capacity> audience();

    /** Begins to ask; what one desk cannot say keeps no other from being told. */
    Pending<Found> begin(Person person, Set<Capacity> capacities);
}
