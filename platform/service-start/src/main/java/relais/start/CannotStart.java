package relais.start;

/** The service cannot start, for a reason that the message gives in plain words. */
public final class CannotStart extends RuntimeException {
    private final transient String action;

    /**
     * @param action what an operator can do about it
     */
    public CannotStart(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** What an operator can do about it. */
    public String action() {
        return action;
    }
}
