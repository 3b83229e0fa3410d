package relais.log;

/**
 * What holds the log, or knows its schemas, gave no answer in time: asking again later may help.
 * The message is fit for an operator.
 */
public final class LogUnavailable extends RuntimeException {
    public LogUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
