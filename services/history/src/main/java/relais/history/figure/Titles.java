package relais.history.figure;

import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.History;
import relais.history.figure.EventColumns.View.Event;

/** What partners, experiences… are called. */
public final class Titles {

    private Titles() {}

    /** The latest one; null if the log has none. */
    public static @Nullable String of(EventColumns.View view, String id) {
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
