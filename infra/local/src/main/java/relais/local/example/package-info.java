/** The example data of a new Relais, posted through the public API like anybody else's. */
@NullMarked
package relais.local.example;

import org.jspecify.annotations.NullMarked;
