package relais.history.figure;

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
