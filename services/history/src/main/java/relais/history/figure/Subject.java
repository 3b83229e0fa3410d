package relais.history.figure;

/** What one unit of a figure is. */
public enum Subject {
    /** A partner, an experience, a contribution… itself. */
    CARD,
    /** An experience that someone else adopted. */
    ADOPTION,
    /** An experience that someone else endorsed. */
    ENDORSEMENT
}
