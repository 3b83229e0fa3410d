package relais.outbox;

/**
 * An aggregate as it was read.
 *
 * @param id the aggregate's id
 * @param version the number of events that led to this state, at least 1; it guards the next update
 * @param state what the events made of it
 */
public record Versioned<S>(String id, long version, S state) {}
