package relais.history.replay;

import java.time.Instant;

/**
 * Why a replay does not go on.
 *
 * @param code a stable word; the text is the message {@code replay.<code>}
 * @param detail for an operator, in English
 * @param since when it began
 */
public record Trouble(String code, String detail, Instant since) {

    /** Kafka or the registry does not answer. */
    public static final String LOG_UNAVAILABLE = "log-unavailable";

    /** The same for so long that someone has to say when to go on. */
    public static final String GAVE_UP_WAITING = "gave-up-waiting";

    /** More bytes than one replay may have. */
    public static final String TOO_LARGE = "too-large";

    /** More events than can be put into the order of their time. */
    public static final String TOO_MANY_EVENTS = "too-many-events";

    /** The topic holds what this replay did not write. */
    public static final String FOREIGN_TOPIC = "foreign-topic";

    /** The disk refuses. */
    public static final String FILE_NOT_WRITTEN = "file-not-written";

    /** It told what was withdrawn or moderated since: it can be made anew. */
    public static final String TEXT_WITHDRAWN = "text-withdrawn";

    /** An assumption of the code broke. */
    public static final String UNEXPECTED = "unexpected";
}
