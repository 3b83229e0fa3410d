/** A plausible history of everything that may happen, told from a seed. */
@NullMarked
package relais.feed.oracle.history;

import org.jspecify.annotations.NullMarked;
