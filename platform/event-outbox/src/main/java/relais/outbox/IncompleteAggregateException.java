package relais.outbox;

/**
 * The store lost this aggregate, and the log holds an event of it that this build cannot read: what
 * is known of it is not all, so nothing is shown of it and nothing decided on it. Recovering again
 * with a build that can read the event makes it whole.
 */
public final class IncompleteAggregateException extends RuntimeException {

    private final String id;

    IncompleteAggregateException(String id, String because) {
        super(id + " could not be read from the log to its end: " + because);
        this.id = id;
    }

    /** The aggregate's id. */
    public String id() {
        return id;
    }
}
