package relais.portal.page;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import relais.portal.account.Capacity;
import relais.portal.account.Person;
import relais.portal.api.Listing;
import relais.portal.call.Pending;

/**
 * What waits for somebody at one desk; a desk declares one as a bean.
 *
 * @param section key of the entry of the main navigation, of those so capable, that it is counted
 *     beside
 * @param audience those for whom something may wait here
 * @param begin begins to ask; what one desk cannot say keeps no other from being told
 */
public record ToDos(
        Function<Set<Capacity>, String> section,
        Set<Capacity> audience,
        BiFunction<Person, Set<Capacity>, Pending<Page>> begin) {

    /** The most that one desk tells of: nobody reads a longer list, and services are asked once. */
    public static final int MOST = 20;

    public ToDos(
            String section,
            Set<Capacity> audience,
            BiFunction<Person, Set<Capacity>, Pending<Page>> begin) {
        this(_ -> section, audience, begin);
    }

    /** What waits, and whether there is more than is told. */
    public record Page(List<ToDo> items, boolean more) {

        public Page {
            items = List.copyOf(items);
        }

        public static <T> Page of(Listing<T> told, Function<T, ToDo> toDo) {
            return new Page(told.items().stream().map(toDo).toList(), told.nextCursor() != null);
        }
    }
}
