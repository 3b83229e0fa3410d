package relais.recovery;

import org.jspecify.annotations.Nullable;

/**
 * Something that an operator should look at.
 *
 * @param kind what it is
 * @param id of the aggregate, or of whatever it is about
 * @param sequence of the event; null if it is not about one
 * @param place of the record, such as {@code relais.partners:3:17}
 * @param detail for operators, in English, as in the log
 */
public record Finding(
        Kind kind, String id, @Nullable Long sequence, @Nullable String place, String detail) {

    public enum Kind {
        /** An event that this build cannot read: its aggregate is set aside. */
        UNREADABLE_EVENT,
        /** An event whose predecessor is not in the log: its aggregate is set aside. */
        MISSING_EVENT,
        /** A record without the headers of an event. */
        NO_EVENT,
        /** The store is ahead of the log: events that have not left yet, or that the log lost. */
        AHEAD_OF_THE_LOG,
        /** Two that have what only one may have. */
        CONFLICT
    }
}
