/** The time machine: map, figures and feed as they were at the end of any day. */
@NullMarked
package relais.portal.timemachine;

import org.jspecify.annotations.NullMarked;
