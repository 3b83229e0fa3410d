package relais.codec;

/** A stored field is absent, or its value is not what the record needs there. */
public final class UnreadableFieldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnreadableFieldException(String field, String problem, Throwable cause) {
        super(field + ": " + problem, cause);
    }

    UnreadableFieldException(String field, String problem) {
        super(field + ": " + problem);
    }
}
