package relais.contributions.action;

import java.time.LocalDate;

/** Where an action stands. Nothing leaves {@link #COMPLETED} or {@link #ABANDONED}. */
public enum ActionStatus {
    PLANNED,
    /** Its lead reported on it at least once. */
    UNDER_WAY,
    COMPLETED,
    ABANDONED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == PLANNED || this == UNDER_WAY;
    }

    /**
     * Whether something is still to be done that should have been.
     *
     * @param today as a French civil day
     */
    public boolean isLate(LocalDate dueOn, LocalDate today) {
        return isOpen() && dueOn.isBefore(today);
    }
}
