/** Scheduling working days, preparing them, and writing down what they decided. */
@NullMarked
package relais.contributions.application.workingday;

import org.jspecify.annotations.NullMarked;
