package relais.notices.digest;

/** Where a digest stands. */
enum DigestState {
    /** To be sent, or to be tried again. */
    PENDING,
    /** Somebody is handing it to the mail server. */
    SENDING,
    /** The mail server took it. */
    SENT,
    /** Nothing had happened. */
    EMPTY,
    /** Nobody had said that the address is theirs. */
    UNCONFIRMED,
    /** Its reader wanted none any more. */
    CANCELLED,
    /** The mail server does not take it, or did not for too long. */
    FAILED,
    /** The process that was handing it over did not come back: it may have been sent. */
    UNKNOWN
}
