package relais.contributions.domain.action;

import org.jspecify.annotations.Nullable;
import relais.contributions.domain.Circumstances;

/**
 * What an {@link ActionPolicy} judges.
 *
 * @param action absent before it is planned
 */
record Case(@Nullable Action action, ActionCommand command, Circumstances circumstances) {}
