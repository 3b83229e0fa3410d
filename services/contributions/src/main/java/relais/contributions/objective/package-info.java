/**
 * Objectives of the committee: what they want, their measures, and how they are set, stored,
 * published and answered.
 */
@NullMarked
package relais.contributions.objective;

import org.jspecify.annotations.NullMarked;
