/** To the log and from it. */
@NullMarked
package relais.contributions.adapter.kafka;

import org.jspecify.annotations.NullMarked;
