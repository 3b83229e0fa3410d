/**
 * A command service whose store was lost folds its aggregates from its own topic again, on an
 * operator's request.
 *
 * <p>It only adds: what the store has stays, at the version that it has, unless the log goes on
 * from there. So it may be done on an empty store, on a restored backup and on a sound one, and be
 * killed and done again, as often as one likes.
 */
@NullMarked
package relais.recovery;

import org.jspecify.annotations.NullMarked;
