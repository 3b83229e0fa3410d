/** Tests without Spring. */
@NullMarked
package relais.portal.page;

import org.jspecify.annotations.NullMarked;
