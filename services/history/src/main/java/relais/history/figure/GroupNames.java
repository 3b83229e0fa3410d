package relais.history.figure;

import org.jspecify.annotations.Nullable;

/**
 * How a group of figures is called: a territory or a partner by its name, the rest by its value.
 */
public record GroupNames(Geography geography, EventColumns.View view) {

    /** Null for what has no name but its value. */
    public @Nullable String of(@Nullable By by, String value) {
        if (by == By.PARTNER) {
            return Titles.of(view, value);
        }
        return by != null && by.isTerritorial() ? geography.name(value) : null;
    }
}
