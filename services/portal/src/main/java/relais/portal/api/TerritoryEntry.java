package relais.portal.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A territory; a commune has its département in lists, its ancestors (nearest first) else. */
public record TerritoryEntry(
        String id,
        String name,
        String scheme,
        @Nullable LocalDate validFrom,
        @Nullable Integer population,
        @Nullable String departement,
        List<TerritoryEntry> ancestors) {

    /** Whether it is the other, or lies wholly inside it. */
    public boolean isWithin(String other) {
        return id.equals(other)
                || ancestors.stream().anyMatch(ancestor -> ancestor.id().equals(other));
    }

    /** The code without the scheme: {@code 25056} of {@code commune:25056}. */
    public String code() {
        return id.substring(id.indexOf(':') + 1);
    }
}
