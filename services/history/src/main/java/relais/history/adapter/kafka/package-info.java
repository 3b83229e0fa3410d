/** Reads the log itself: no group, no commits, nothing kept. */
@NullMarked
package relais.history.adapter.kafka;

import org.jspecify.annotations.NullMarked;
