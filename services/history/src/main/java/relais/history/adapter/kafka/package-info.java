/** Understands the events of the log, whichever release wrote them. */
@NullMarked
package relais.history.adapter.kafka;

import org.jspecify.annotations.NullMarked;
