/** The national feed, its filters and its live entries. */
@NullMarked
package relais.portal.home;

import org.jspecify.annotations.NullMarked;
