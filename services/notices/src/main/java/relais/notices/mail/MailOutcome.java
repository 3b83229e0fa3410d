package relais.notices.mail;

/** What became of a mail. */
public sealed interface MailOutcome {

    /** The mail server has taken it over. */
    record Accepted() implements MailOutcome {}

    /** It was not handed over; another try may do. */
    record NotNow(String because) implements MailOutcome {}

    /** The mail server does not take it, whenever it is tried. */
    record Never(String because) implements MailOutcome {}

    /** The connection broke while it was handed over: it may be under way. */
    record Unknown(String because) implements MailOutcome {}
}
