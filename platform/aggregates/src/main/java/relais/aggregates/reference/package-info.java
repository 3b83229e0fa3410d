/** The reference of territories, as the rules ask it. */
@NullMarked
package relais.aggregates.reference;

import org.jspecify.annotations.NullMarked;
