/** Measurements behind the figures of README: run by hand, never in a test. */
@NullMarked
package relais.benchmarks;

import org.jspecify.annotations.NullMarked;
