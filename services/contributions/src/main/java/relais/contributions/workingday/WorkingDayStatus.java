package relais.contributions.workingday;

/** Where a working day stands. Nothing leaves {@link #HELD} or {@link #CANCELLED}. */
public enum WorkingDayStatus {
    SCHEDULED,
    /** Its minutes are published; they may be corrected. */
    HELD,
    CANCELLED
}
