package relais.feed.rebuild;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import relais.log.Log;

/**
 * What every building works with.
 *
 * @param threads partitions folded side by side
 * @param lease after so long without a beat another process may take over
 * @param passes whether a failure may be gone at the next try
 */
public record BuildContext(
        Models models,
        ModelStorage modelStorage,
        Groups groups,
        Folds folds,
        Log log,
        Rebuilds rebuilds,
        Clock clock,
        int threads,
        Duration lease,
        Predicate<Throwable> passes) {}
