/** Tests without Spring. */
@NullMarked
package relais.portal.home;

import org.jspecify.annotations.NullMarked;
