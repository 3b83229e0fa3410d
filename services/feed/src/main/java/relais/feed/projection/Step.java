package relais.feed.projection;

import org.jspecify.annotations.Nullable;

/**
 * What one event made: the next version of a card, and mostly an entry of the feed.
 *
 * @param previous the version before; null if the event was the aggregate's first
 * @param log where the event lies
 */
public record Step(
        @Nullable Card previous, Card card, @Nullable Activity activity, LogPosition log) {}
