/** What rules ask of the reference of territories. */
@NullMarked
package relais.aggregates.territory;

import org.jspecify.annotations.NullMarked;
