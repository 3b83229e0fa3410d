package relais.aggregates.partner;

/** In what quality someone acts. */
public enum Role {
    PARTNER,
    /** The committee's secretariat: it runs the procedures. */
    COMMITTEE,
    OPERATOR,
    /** This service itself, answering an event. */
    SERVICE
}
