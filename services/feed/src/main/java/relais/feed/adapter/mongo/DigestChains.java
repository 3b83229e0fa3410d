package relais.feed.adapter.mongo;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import relais.log.Checkpoint;
import relais.log.LogPartition;

/**
 * Carries the chains of one model on, and knows where one has fallen behind the model.
 *
 * <p>An end moves only from where it stands to what follows it without a gap. So it does not matter
 * who else does the same: a duplicate, a zombie or another instance can only write what is true.
 */
final class DigestChains {

    /** A zombie may come between a few times; for ever it cannot. */
    private static final int ATTEMPTS = 5;

    private final DigestDocuments documents;

    /** The ends as they were last seen; they may have moved on. */
    private final Map<LogPartition, Checkpoint> ends = new ConcurrentHashMap<>();

    /** The model has dealt with everything before these. */
    private final Map<LogPartition, Long> dealtWith = new ConcurrentHashMap<>();

    DigestChains(DigestDocuments documents) {
        this.documents = documents;
    }

    void dealtWith(Map<LogPartition, Long> next) {
        next.forEach((partition, offset) -> dealtWith.merge(partition, offset, Math::max));
    }

    /** Looks again at where they end. */
    void look(Map<LogPartition, ?> partitions) {
        ends.putAll(documents.find(partitions.keySet()));
    }

    /**
     * Carries on those chains that these stretches follow. The others have a gap, or know them
     * already.
     */
    void carryOn(Map<LogPartition, Stretch> stretches) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<LogPartition, DigestDocuments.Move> moves = moves(stretches);
            if (moves.isEmpty()) {
                return;
            }
            if (documents.advance(moves)) {
                moves.forEach((partition, move) -> ends.put(partition, move.to()));
                return;
            }
            look(moves);
        }
    }

    private Map<LogPartition, DigestDocuments.Move> moves(Map<LogPartition, Stretch> stretches) {
        Map<LogPartition, DigestDocuments.Move> moves = new TreeMap<>();
        stretches.forEach(
                (partition, stretch) -> {
                    Checkpoint end = end(partition);
                    if (stretch.follows(end)) {
                        moves.put(partition, new DigestDocuments.Move(end, stretch.carryOn(end)));
                    }
                });
        return moves;
    }

    /** What the chains lack of what the model has dealt with, at most so much of each. */
    Map<LogPartition, Gap> gaps(long most) {
        Map<LogPartition, Gap> gaps = new TreeMap<>();
        dealtWith.forEach(
                (partition, next) -> {
                    long end = end(partition).next();
                    if (end < next) {
                        gaps.put(partition, new Gap(end, Math.min(next, end + most)));
                    }
                });
        return gaps;
    }

    record Gap(long from, long to) {
        long size() {
            return to - from;
        }
    }

    private Checkpoint end(LogPartition partition) {
        if (!ends.containsKey(partition)) {
            look(Map.of(partition, partition));
        }
        return requireNonNull(ends.get(partition));
    }
}
