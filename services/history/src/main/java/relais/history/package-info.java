/** The event log as a product: what happened, to look at, to take away, and to prove. */
@NullMarked
package relais.history;

import org.jspecify.annotations.NullMarked;
