/** Which events of the log someone asks for: rules without I/O. */
@NullMarked
package relais.history.timeline;

import org.jspecify.annotations.NullMarked;
