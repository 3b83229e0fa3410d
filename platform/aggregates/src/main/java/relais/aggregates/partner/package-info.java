/** Partners as their own events tell of them, and who may act for them. */
@NullMarked
package relais.aggregates.partner;

import org.jspecify.annotations.NullMarked;
