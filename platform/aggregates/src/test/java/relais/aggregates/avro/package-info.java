@NullMarked
package relais.aggregates.avro;

import org.jspecify.annotations.NullMarked;
