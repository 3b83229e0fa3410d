/** What the log learns of messages. */
@NullMarked
package relais.contributions.adapter.kafka.message;

import org.jspecify.annotations.NullMarked;
