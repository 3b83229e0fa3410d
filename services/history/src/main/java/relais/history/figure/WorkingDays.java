package relais.history.figure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.history.figure.EventColumns.History;
import relais.history.figure.EventColumns.View.Event;

/** When the committee meets, or met, as the log says at last. */
public final class WorkingDays {

    private WorkingDays() {}

    /**
     * A meeting.
     *
     * @param date in Europe/Paris
     */
    public record Meeting(LocalDate date, boolean cancelled) {}

    /** Null if the log knows no working day of that id. */
    public static @Nullable Meeting find(EventColumns.View view, String id) {
        History history = view.find(id);
        if (history == null) {
            return null;
        }
        Life life = Life.begun(history.events().getFirst());
        for (Event event : history.events().subList(1, history.events().size())) {
            life = life.after(event);
        }
        String date = life.text().mark();
        return life.kind() == Kind.WORKING_DAY && date != null
                ? new Meeting(LocalDate.parse(date), life.status() == Status.CANCELLED)
                : null;
    }
}
