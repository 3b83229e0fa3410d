package relais.aggregates;

import java.time.Instant;

/**
 * Where in an aggregate's life an event stands.
 *
 * @param version the aggregate's version after the event, from 1
 * @param at when it happened
 */
public record Moment(long version, Instant at) {}
