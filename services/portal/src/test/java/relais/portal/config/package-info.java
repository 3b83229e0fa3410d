/** Tests without Spring. */
@NullMarked
package relais.portal.config;

import org.jspecify.annotations.NullMarked;
