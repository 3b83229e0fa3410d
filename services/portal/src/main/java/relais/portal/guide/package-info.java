/** What leads somebody who is here for the first time. */
@NullMarked
package relais.portal.guide;

import org.jspecify.annotations.NullMarked;
