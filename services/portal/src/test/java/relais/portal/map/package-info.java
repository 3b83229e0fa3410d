/** Tests without Spring. */
@NullMarked
package relais.portal.map;

import org.jspecify.annotations.NullMarked;
