/** What was written, where in the log and in which order: values and rules without I/O. */
@NullMarked
package relais.history.timeline;

import org.jspecify.annotations.NullMarked;
