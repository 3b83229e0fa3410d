package relais.local;

/** Where a part of the stack is in its life. */
public enum PartState {
    STOPPED,
    STARTING,
    READY,
    STOPPING,
    /** It ended without being asked to. */
    DEAD
}
