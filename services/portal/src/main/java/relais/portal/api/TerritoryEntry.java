package relais.portal.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A territory in a list.
 *
 * @param id as {@code scheme:code}
 * @param departement name of the département of a commune
 */
public record TerritoryEntry(
        String id,
        String name,
        String scheme,
        @Nullable LocalDate validFrom,
        @Nullable String departement) {

    /** The code without the scheme: {@code 25056} of {@code commune:25056}. */
    public String code() {
        return id.substring(id.indexOf(':') + 1);
    }
}
