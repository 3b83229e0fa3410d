/**
 * What every service does before its first request, and what it is told to do it with: where
 * MongoDB, Kafka and the schema registry are, how long to wait for them, and how to say in plain
 * words that the service cannot start.
 *
 * <p>Nothing here talks to a server before a service's own {@link relais.start.ServiceStart} does.
 */
@NullMarked
package relais.start;

import org.jspecify.annotations.NullMarked;
