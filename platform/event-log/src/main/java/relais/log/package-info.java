/**
 * The log itself: places in it, the records as they lie there, and the fingerprint that proves what
 * it held at a place. Values and rules without I/O; {@code relais.log.kafka} reads it.
 */
@NullMarked
package relais.log;

import org.jspecify.annotations.NullMarked;
