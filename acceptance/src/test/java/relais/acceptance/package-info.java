/** What Relais promises, tried on the whole stack: real processes, real broker, real registry. */
@NullMarked
package relais.acceptance;

import org.jspecify.annotations.NullMarked;
