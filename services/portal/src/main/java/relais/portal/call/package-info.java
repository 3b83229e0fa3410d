/**
 * Asking the other services: in whose name, in which language, side by side, and what became of it.
 */
@NullMarked
package relais.portal.call;

import org.jspecify.annotations.NullMarked;
