/** How people call what services know by an identifier, and back. */
@NullMarked
package relais.portal.naming;

import org.jspecify.annotations.NullMarked;
