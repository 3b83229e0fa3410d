package relais.contributions.message;

import java.time.Duration;
import java.util.List;
import relais.aggregates.Refusal;
import relais.aggregates.Stored;

/** What came of a message that someone wanted to post. */
sealed interface Posting {

    /**
     * @param repeated whether the same request had posted it before
     */
    record Posted(Stored<Message> stored, boolean repeated) implements Posting {}

    record Refused(List<Refusal> refusals) implements Posting {
        public Refused {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * The author posted too much lately.
     *
     * @param retryAfter how long to wait
     */
    record TooMany(Duration retryAfter) implements Posting {}

    /** The id was given to another text before. */
    record AnotherText() implements Posting {}

    /** The id belongs to someone else's message. */
    record Missing(String id) implements Posting {}
}
