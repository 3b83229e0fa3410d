/**
 * Reads events from Kafka in batches and hands them on without duplicates, without gaps and in
 * order per aggregate.
 *
 * <p>An event that cannot be handled is parked in MongoDB with every later event of its aggregate,
 * while the other aggregates go on; an operator redrives or skips it. A store that is away pauses
 * the reading. Correctness rests on one thing only: the version that the handler's own store has
 * applied. What is parked, cached or committed may lag behind it at any time, and is put right when
 * the aggregate is next looked at.
 */
@NullMarked
package relais.consumer;

import org.jspecify.annotations.NullMarked;
