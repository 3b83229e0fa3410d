@NullMarked
package relais.contributions.adapter.kafka.message;

import org.jspecify.annotations.NullMarked;
