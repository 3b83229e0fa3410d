package relais.history.replay;

/**
 * What its owner wants of a replay; the instance that runs it sees to it within a second or two.
 */
public enum Wanted {
    RUN,
    PAUSE,
    CANCEL
}
