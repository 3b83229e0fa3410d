package relais.experiences.domain;

/** In what quality someone acts. */
public enum Role {
    PARTNER,
    COMMITTEE,
    OPERATOR
}
