/** Contributions in the published language. */
@NullMarked
package relais.contributions.adapter.kafka.contribution;

import org.jspecify.annotations.NullMarked;
