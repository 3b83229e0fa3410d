package relais.consumer;

/** Why an event is parked. */
public enum ParkReason {
    /** It could not be decoded or applied. Waits for an operator. */
    POISON,
    /**
     * An earlier event of its aggregate has not arrived. Handled by itself when that one arrives.
     */
    GAP,
    /** An earlier event of its aggregate is parked. Handled by itself after that one. */
    BEHIND,
    /** Its headers do not say what it is. Waits for an operator. */
    UNREADABLE
}
