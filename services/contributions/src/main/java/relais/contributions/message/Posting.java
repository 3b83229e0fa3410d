package relais.contributions.message;

import java.time.Duration;
import relais.aggregates.Result;

/** What came of a message that someone wanted to post. */
sealed interface Posting {

    /** As any creation is answered. */
    record Answered(Result<Message> result) implements Posting {}

    /**
     * The author posted too much lately.
     *
     * @param retryAfter how long to wait
     */
    record TooMany(Duration retryAfter) implements Posting {}

    /** The id was given to another text before. */
    record AnotherText() implements Posting {}
}
