/** Tests without Spring. */
@NullMarked
package relais.portal.contracts;

import org.jspecify.annotations.NullMarked;
