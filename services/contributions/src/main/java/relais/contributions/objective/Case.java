package relais.contributions.objective;

import org.jspecify.annotations.Nullable;
import relais.contributions.known.Circumstances;

/**
 * What an {@link ObjectivePolicy} judges.
 *
 * @param objective absent before it is set
 */
record Case(@Nullable Objective objective, ObjectiveCommand command, Circumstances circumstances) {}
