@NullMarked
package relais.log.kafka;

import org.jspecify.annotations.NullMarked;
