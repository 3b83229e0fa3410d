/** What proves that nothing of the log was lost, changed or added. */
@NullMarked
package relais.history.proof;

import org.jspecify.annotations.NullMarked;
