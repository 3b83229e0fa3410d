package relais.history.adapter.http;

import org.jspecify.annotations.Nullable;
import relais.history.figure.By;
import relais.history.figure.EventColumns;
import relais.history.figure.Geography;
import relais.history.figure.Titles;

/**
 * How a group of figures is called: a territory or a partner by its name, the rest by its value.
 */
record GroupNames(Geography geography, EventColumns.View view) {

    /** Null for what has no name but its value. */
    @Nullable String of(@Nullable By by, String value) {
        if (by == By.PARTNER) {
            return Titles.of(view, value);
        }
        return by != null && by.isTerritorial() ? geography.name(value) : null;
    }
}
