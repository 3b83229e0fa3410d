/** From a command to a change: one engine for the aggregates of every service. */
@NullMarked
package relais.aggregates;

import org.jspecify.annotations.NullMarked;
