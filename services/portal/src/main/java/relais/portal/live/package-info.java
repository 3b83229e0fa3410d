/** New entries as they come. */
@NullMarked
package relais.portal.live;

import org.jspecify.annotations.NullMarked;
