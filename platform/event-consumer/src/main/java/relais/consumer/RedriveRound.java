package relais.consumer;

import org.jspecify.annotations.Nullable;

/**
 * What a redrive of many aggregates came to.
 *
 * @param tried aggregates whose events were tried again
 * @param cleared those of them of which nothing is parked any more
 * @param handled events that were applied, of all of them
 * @param next where to go on; null if this was the last round
 */
public record RedriveRound(int tried, int cleared, int handled, @Nullable String next) {}
