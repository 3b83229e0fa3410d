package relais.history.figure;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is counted at all; null means any. All must hold.
 *
 * @param territory it, or what it contains or contained
 */
public record Scope(
        @Nullable String territory,
        @Nullable Kind kind,
        @Nullable String axis,
        @Nullable String level,
        @Nullable String partner) {

    public static final Scope ALL = new Scope(null, null, null, null, null);

    /** The same of a kind; null for any. */
    public Scope of(@Nullable Kind other) {
        return new Scope(territory, other, axis, level, partner);
    }

    /** What it says, by the names that queries have for it. */
    public SortedMap<String, Object> said() {
        SortedMap<String, Object> said = new TreeMap<>();
        said.put("kind", kind == null ? "ALL" : kind.name());
        put(said, "territory", territory);
        put(said, "axis", axis);
        put(said, "level", level);
        put(said, "partner", partner);
        return said;
    }

    private static void put(SortedMap<String, Object> said, String name, @Nullable String value) {
        if (value != null) {
            said.put(name, value);
        }
    }

    boolean holds(Item item, Geography geography) {
        return (kind == null || kind == item.life().kind())
                && (axis == null || item.axes().contains(axis))
                && (level == null || level.equals(item.level()))
                && (partner == null || partner.equals(item.partner()))
                && (territory == null
                        || (item.territory() != null
                                && geography.reach(item.territory()).contains(territory)));
    }
}
