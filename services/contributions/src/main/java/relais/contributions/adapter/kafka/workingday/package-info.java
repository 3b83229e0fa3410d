/** How working days tell others what happened to them. */
@NullMarked
package relais.contributions.adapter.kafka.workingday;

import org.jspecify.annotations.NullMarked;
