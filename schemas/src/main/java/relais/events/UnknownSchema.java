package relais.events;

/**
 * The registry answered that it has no such schema: asking again does not help until somebody
 * registers it.
 */
public final class UnknownSchema extends RuntimeException {
    public UnknownSchema(String message) {
        super(message);
    }
}
