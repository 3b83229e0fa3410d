package relais.portal.plan;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which part of the plan a page shows. */
enum PlanShown {
    OPEN(List.of("OPEN"), List.of("UNDER_WAY", "PLANNED")),
    LATE(List.of("OPEN"), List.of()),
    CLOSED(List.of("WITHDRAWN"), List.of("COMPLETED", "ABANDONED"));

    private final List<String> objectives;
    private final List<String> actions;

    PlanShown(List<String> objectives, List<String> actions) {
        this.objectives = List.copyOf(objectives);
        this.actions = List.copyOf(actions);
    }

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
        return objectives;
    }

    /** Statuses to ask for; none where lateness is asked for instead. */
    List<String> actions() {
        return actions;
    }
}
