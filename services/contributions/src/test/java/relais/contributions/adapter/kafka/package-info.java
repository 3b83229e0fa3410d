@NullMarked
package relais.contributions.adapter.kafka;

import org.jspecify.annotations.NullMarked;
