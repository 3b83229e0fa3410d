/** The page of a partner. */
@NullMarked
package relais.portal.partners;

import org.jspecify.annotations.NullMarked;
