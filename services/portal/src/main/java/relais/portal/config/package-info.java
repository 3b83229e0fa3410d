/** Beans, security and settings of the portal. */
@NullMarked
package relais.portal.config;

import org.jspecify.annotations.NullMarked;
