package relais.contributions.known;

/** What can happen to an experience that makes a citation of it stale. */
public enum EvidenceChange {
    REVISED,
    WITHDRAWN,
    MODERATED
}
