/** How objectives tell others what happened to them. */
@NullMarked
package relais.contributions.adapter.kafka.objective;

import org.jspecify.annotations.NullMarked;
