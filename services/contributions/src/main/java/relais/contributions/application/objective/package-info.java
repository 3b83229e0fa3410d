/** Setting, revising, measuring and reading objectives. */
@NullMarked
package relais.contributions.application.objective;

import org.jspecify.annotations.NullMarked;
