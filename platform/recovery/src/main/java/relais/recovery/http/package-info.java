/** How an operator asks for a recovery, and what others are told meanwhile. */
@NullMarked
package relais.recovery.http;

import org.jspecify.annotations.NullMarked;
