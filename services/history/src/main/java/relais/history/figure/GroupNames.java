package relais.history.figure;

import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.History;
import relais.history.figure.EventColumns.View.Event;

/**
 * How a group of figures is called: a territory or a partner by its name, the rest by its value.
 */
public record GroupNames(Geography geography, EventColumns.View view) {

    /** Null for what has no name but its value. */
    public @Nullable String of(@Nullable By by, String value) {
        if (by == By.PARTNER) {
            return title(view, value);
        }
        return by != null && by.isTerritorial() ? geography.name(value) : null;
    }

    /** What a partner, an experience… is called at last; null if the log does not say. */
    public static @Nullable String title(EventColumns.View view, String id) {
        History history = view.find(id);
        String title = null;
        if (history != null) {
            for (Event event : history.events()) {
                title = event.title() == null ? title : event.title();
            }
        }
        return title;
    }
}
