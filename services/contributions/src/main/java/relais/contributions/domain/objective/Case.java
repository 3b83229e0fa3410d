package relais.contributions.domain.objective;

import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Circumstances;

/**
 * What an {@link ObjectivePolicy} judges.
 *
 * @param objective absent before it is set
 */
record Case(@Nullable Objective objective, ObjectiveCommand command, Circumstances circumstances) {}
