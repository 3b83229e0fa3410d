@NullMarked
package relais.contributions.adapter.kafka.action;

import org.jspecify.annotations.NullMarked;
