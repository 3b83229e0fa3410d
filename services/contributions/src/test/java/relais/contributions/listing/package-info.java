@NullMarked
package relais.contributions.listing;

import org.jspecify.annotations.NullMarked;
