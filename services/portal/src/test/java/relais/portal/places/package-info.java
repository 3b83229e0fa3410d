@NullMarked
package relais.portal.places;

import org.jspecify.annotations.NullMarked;
