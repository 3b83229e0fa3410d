package relais.experiences.config;

/** The service cannot start, for a reason that the message gives in plain words. */
final class CannotStart extends RuntimeException {
    private final transient String action;

    /**
     * @param action what an operator can do about it
     */
    CannotStart(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    String action() {
        return action;
    }
}
