/** The map of the départements and its figures. */
@NullMarked
package relais.portal.map;

import org.jspecify.annotations.NullMarked;
