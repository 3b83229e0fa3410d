package relais.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor absent at the end
 */
public record Listing<T>(List<T> items, @Nullable String nextCursor) {

    public Listing {
        items = Absent.list(items);
    }
}
