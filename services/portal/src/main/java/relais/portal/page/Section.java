package relais.portal.page;

import java.util.Collections;
import java.util.Set;
import relais.portal.account.Capacity;

/**
 * An entry of the main navigation; a desk declares one as a bean. Its words are {@code
 * section.<key>} in the message files.
 *
 * @param path where it leads
 * @param audience those who see it: whoever may do something there; empty for everyone
 */
public record Section(String key, String path, Set<Capacity> audience) {

    public Section {
        audience = Set.copyOf(audience);
    }

    boolean isFor(Set<Capacity> capacities) {
        return audience.isEmpty() || !Collections.disjoint(audience, capacities);
    }

    /** Whether a page belongs to it. */
    boolean holds(String page) {
        return path.equals("/") ? page.equals("/") : page.startsWith(path);
    }
}
