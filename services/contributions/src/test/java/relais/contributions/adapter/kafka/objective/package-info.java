@NullMarked
package relais.contributions.adapter.kafka.objective;

import org.jspecify.annotations.NullMarked;
