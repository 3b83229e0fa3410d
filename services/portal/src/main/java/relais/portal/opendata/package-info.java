/** The page of the open data, its files and its catalogue, for anyone. */
@NullMarked
package relais.portal.opendata;

import org.jspecify.annotations.NullMarked;
