/** Events of aggregates as Kafka records, and back. */
@NullMarked
package relais.aggregates.log;

import org.jspecify.annotations.NullMarked;
