package relais.portal.naming;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names by identifier, for one page. What has none here goes by its identifier: a page whose names
 * are away can still be read.
 */
public record NameBook(Map<String, String> names) {

    public NameBook {
        names = Map.copyOf(names);
    }

    /** The name; the identifier if it is not known; empty for none. */
    public String of(@Nullable String id) {
        return id == null ? "" : names.getOrDefault(id, id);
    }

    /** What a field of a form shows: the name with the identifier that tells it from others. */
    public String typed(@Nullable String id) {
        return id == null ? "" : names.containsKey(id) ? of(id) + " (" + id + ")" : id;
    }
}
