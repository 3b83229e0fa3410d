/** Reads the log from Kafka, all partitions side by side: no group, no commits, nothing kept. */
@NullMarked
package relais.log.kafka;

import org.jspecify.annotations.NullMarked;
