package relais.contributions.action;

import org.jspecify.annotations.Nullable;
import relais.contributions.known.Circumstances;

/**
 * What an {@link ActionPolicy} judges.
 *
 * @param action absent before it is planned
 */
record Case(@Nullable Action action, ActionCommand command, Circumstances circumstances) {}
