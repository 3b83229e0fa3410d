/** Tests of the published language. */
@NullMarked
package relais.events;

import org.jspecify.annotations.NullMarked;
