package relais.portal.account;

/**
 * In which capacity somebody is here: what the services ask about before they let anyone do
 * something. Pages offer what it says; what is allowed is decided by the services.
 */
public enum Capacity {
    /** Acts for a partner: posts, adopts, endorses. */
    MEMBER,
    /**
     * Acts for one of the committee's signatories, which takes positions and reviews what partners
     * of the State post.
     */
    SIGNATORY,
    /** Acts for an académie, which reviews what is submitted in its territory. */
    ACADEMIE,
    COMMITTEE,
    ANALYST,
    OPERATOR
}
