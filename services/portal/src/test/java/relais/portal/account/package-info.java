/** Tests without Spring. */
@NullMarked
package relais.portal.account;

import org.jspecify.annotations.NullMarked;
