/**
 * Aggregates kept as one MongoDB document each, together with the Kafka records that they have not
 * sent yet.
 *
 * <p>State and outgoing records change in one atomic write, so that they can never disagree. A
 * relay publishes the records in order right after the write; a sweeper finds what a crash or an
 * absent Kafka left behind. Publishing a record twice is expected and harmless: readers know a
 * record by its aggregate and version.
 */
@NullMarked
package relais.outbox;

import org.jspecify.annotations.NullMarked;
