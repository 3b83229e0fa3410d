@NullMarked
package relais.history.adapter.kafka;

import org.jspecify.annotations.NullMarked;
