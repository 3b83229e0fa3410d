/** Events as records of their own language and as Avro: the one from the other, by their names. */
@NullMarked
package relais.aggregates.avro;

import org.jspecify.annotations.NullMarked;
