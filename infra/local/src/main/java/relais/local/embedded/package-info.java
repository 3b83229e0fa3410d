/**
 * Programs that stand in for a Kafka cluster and a MongoDB server on one machine. Each runs in a
 * process of its own, with its own class path ({@code target/dist}); nothing of Relais links to
 * them.
 */
@NullMarked
package relais.local.embedded;

import org.jspecify.annotations.NullMarked;
