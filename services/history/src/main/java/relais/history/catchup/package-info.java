/** Keeps what figures are made of as far as the log, and proves up to where it is. */
@NullMarked
package relais.history.catchup;

import org.jspecify.annotations.NullMarked;
