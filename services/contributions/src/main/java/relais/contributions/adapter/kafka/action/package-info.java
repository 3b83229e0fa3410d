/** How actions tell others what happened to them. */
@NullMarked
package relais.contributions.adapter.kafka.action;

import org.jspecify.annotations.NullMarked;
