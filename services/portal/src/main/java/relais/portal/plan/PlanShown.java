package relais.portal.plan;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which part of the plan a page shows. */
enum PlanShown {
    OPEN,
    LATE,
    CLOSED;

    /** Of an address; what is open if it says nothing that is known. */
    static PlanShown of(@Nullable String asked) {
        for (PlanShown shown : values()) {
            if (shown.key().equals(asked)) {
                return shown;
            }
        }
        return OPEN;
    }

    /** As addresses and message files have it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> objectives() {
        return switch (this) {
            case OPEN, LATE -> List.of("OPEN");
            case CLOSED -> List.of("WITHDRAWN");
        };
    }

    /** Statuses of actions to ask for; none where lateness is asked for instead. */
    List<String> actions() {
        return switch (this) {
            case OPEN -> List.of("UNDER_WAY", "PLANNED");
            case LATE -> List.of();
            case CLOSED -> List.of("COMPLETED", "ABANDONED");
        };
    }
}
