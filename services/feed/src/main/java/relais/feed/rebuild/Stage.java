package relais.feed.rebuild;

/** How far a model has come. Which of those that are built serves, the {@link Pointer} says. */
public enum Stage {
    /** The log is being folded into it, or waits for somebody to go on with that. */
    BUILDING,
    /** As {@link #BUILDING}, but nobody is to go on until an operator says so. */
    PAUSED,
    /** Complete up to some place of the log; unless it is of a past instant, a group follows. */
    BUILT,
    /** The building ended with an error; it can be resumed or cancelled. */
    FAILED,
    /** Whoever builds it is to stop, and to remove what there is. */
    CANCELLING,
    CANCELLED,
    /** Its group is to leave, then its collections go. */
    DROPPING,
    DROPPED;

    /** Whether it has, or may have, collections. */
    public boolean takesPlace() {
        return this != CANCELLED && this != DROPPED;
    }

    boolean isOfABuilding() {
        return this == BUILDING || this == PAUSED || this == FAILED;
    }

    /** Whether somebody has to do something by holding its lease. */
    boolean isWork() {
        return this == BUILDING || this == CANCELLING || this == DROPPING;
    }
}
