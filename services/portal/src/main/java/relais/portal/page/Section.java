package relais.portal.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import relais.portal.account.Person;

/**
 * An entry of the main navigation; a desk declares one as a bean. Its words are {@code
 * section.<key>} in the message files.
 *
 * @param path where it leads
 * @param roles those who see it; empty for everyone
 */
public record Section(String key, String path, Set<String> roles) {

    public Section {
        roles = Set.copyOf(roles);
    }

    boolean isFor(@Nullable Person person) {
        return roles.isEmpty() || (person != null && roles.stream().anyMatch(person::is));
    }

    /** Whether a page belongs to it. */
    boolean holds(String page) {
        return path.equals("/") ? page.equals("/") : page.startsWith(path);
    }
}
