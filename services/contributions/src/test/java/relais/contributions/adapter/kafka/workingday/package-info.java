@NullMarked
package relais.contributions.adapter.kafka.workingday;

import org.jspecify.annotations.NullMarked;
