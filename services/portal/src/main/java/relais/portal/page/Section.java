package relais.portal.page;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import relais.portal.account.Capacity;

/**
 * An entry of the main navigation. Its words are {@code section.<key>} in the message files. Its
 * pages are refused to anybody who does not see it.
 *
 * @param path where it leads, and where the paths of its pages begin
 * @param audience those who see it: anybody who may do something there; empty for everyone
 * @param elsewhere those among them who find the same in another entry, and do not see this one
 * @param shared paths of pages that others find a link to elsewhere; null if there are none
 * @param guests those others
 */
public record Section(
        String key,
        String path,
        Set<Capacity> audience,
        Set<Capacity> elsewhere,
        @Nullable Pattern shared,
        Set<Capacity> guests) {

    public Section {
        audience = Set.copyOf(audience);
        elsewhere = Set.copyOf(elsewhere);
        guests = Set.copyOf(guests);
    }

    public Section(String key, String path, Set<Capacity> audience) {
        this(key, path, audience, Set.of(), null, Set.of());
    }

    /** Whether it is in somebody's navigation. */
    boolean isShownTo(Set<Capacity> capacities) {
        return isFor(capacities) && Collections.disjoint(elsewhere, capacities);
    }

    private boolean isFor(Set<Capacity> capacities) {
        return audience.isEmpty() || !Collections.disjoint(audience, capacities);
    }

    boolean holds(String page) {
        return path.equals("/")
                ? page.equals("/")
                : page.equals(path) || page.startsWith(path + "/");
    }

    /** Whether a page of it is open to somebody; any other page is. */
    boolean opens(String page, Set<Capacity> capacities) {
        return !holds(page)
                || isFor(capacities)
                || (shared != null
                        && shared.matcher(page).matches()
                        && !Collections.disjoint(guests, capacities));
    }
}
