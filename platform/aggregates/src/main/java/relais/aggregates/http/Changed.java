package relais.aggregates.http;

import relais.aggregates.Stored;

/**
 * What a change answers: enough to read one's own write, and to change again.
 *
 * @param status where the aggregate stands now
 */
public record Changed(String id, long version, String status) {

    public static Changed of(Stored<?> stored, Enum<?> status) {
        return new Changed(stored.id(), stored.version(), status.name());
    }
}
