/** Pages of lists, by day or by instant. */
@NullMarked
package relais.contributions.listing;

import org.jspecify.annotations.NullMarked;
