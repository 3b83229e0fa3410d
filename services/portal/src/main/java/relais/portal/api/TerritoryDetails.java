package relais.portal.api;

import java.util.List;

/**
 * A territory and what it lies in today.
 *
 * @param id as {@code scheme:code}
 * @param ancestors the nearest first
 */
public record TerritoryDetails(
        String id, String name, String scheme, List<TerritoryEntry> ancestors) {

    /** Whether it is the other, or lies wholly inside it. */
    public boolean isWithin(String other) {
        return id.equals(other)
                || ancestors.stream().anyMatch(ancestor -> ancestor.id().equals(other));
    }
}
