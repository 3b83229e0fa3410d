/** The page of a territory, and finding one. */
@NullMarked
package relais.portal.places;

import org.jspecify.annotations.NullMarked;
