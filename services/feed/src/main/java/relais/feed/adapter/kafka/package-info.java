/** The log, translated into this service's own events. */
@NullMarked
package relais.feed.adapter.kafka;

import org.jspecify.annotations.NullMarked;
