package relais.contributions.message;

import relais.aggregates.Stored;

/** A message as a reader sees it. */
record ShownMessage(Stored<Message> stored, Content content) {

    /** Its text, or why there is none. */
    public sealed interface Content {

        record Legible(MessageText text) implements Content {}

        record Redacted(Redaction redaction) implements Content {}

        /** Its author's key was erased. */
        record Erased() implements Content {}

        /** There is a key, but it does not open the text: someone altered one of them. */
        record Damaged() implements Content {}
    }
}
