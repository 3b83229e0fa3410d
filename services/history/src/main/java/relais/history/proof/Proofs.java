package relais.history.proof;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import relais.log.Checkpoint;
import relais.log.Digest;
import relais.log.Log;
import relais.log.LogPartition;
import relais.log.LoggedEvent;
import relais.log.Offsets;
import relais.log.Proof;
import relais.log.RecordPosition;

/**
 * Computes proofs, going on from what is remembered: a record is read once, not once a proof. After
 * every so many offsets a checkpoint stays for good, so that proofs of the past are quick too.
 */
public final class Proofs {

    private final Log log;
    private final Checkpoints checkpoints;
    private final long spacing;

    /**
     * @param spacing how many offsets of a partition lie between two checkpoints that stay
     */
    public Proofs(Log log, Checkpoints checkpoints, long spacing) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.spacing = spacing;
    }

    /** One record's share of its partition's chain. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Link(RecordPosition place, byte[] digest) {

        static Link of(LoggedEvent event) {
            return new Link(event.place(), Digest.ofEvent(event));
        }
    }

    /**
     * @param upTo within what the log holds
     * @throws relais.log.LogUnavailable if it does not answer
     */
    public Proof upTo(Offsets upTo) throws InterruptedException {
        Map<LogPartition, Chain> chains = new HashMap<>();
        Map<LogPartition, Long> known = new HashMap<>();
        upTo.next()
                .forEach(
                        (partition, next) -> {
                            Chain chain = begin(partition, next);
                            chains.put(partition, chain);
                            known.put(partition, chain.reached.next());
                        });
        try (Log.Reading<Link> reading = log.read(Offsets.of(known), upTo, Link::of)) {
            for (Link link = reading.next(); link != null; link = reading.next()) {
                requireNonNull(chains.get(link.place().partition())).add(link);
            }
        }
        SortedMap<LogPartition, Checkpoint> partitions = new TreeMap<>();
        chains.forEach(
                (partition, chain) -> partitions.put(partition, chain.end(upTo.in(partition))));
        return new Proof(partitions);
    }

    private Chain begin(LogPartition partition, long next) {
        return new Chain(partition, checkpoints.before(partition, next).orElse(Checkpoint.START));
    }

    /** One partition's fingerprint while it is carried on. Used by one thread. */
    private final class Chain {

        private final LogPartition partition;
        private final long begun;
        private Checkpoint reached;

        Chain(LogPartition partition, Checkpoint known) {
            this.partition = partition;
            this.begun = known.next();
            this.reached = known;
        }

        void add(Link link) {
            long last = reached.next();
            reached = reached.after(link.place().offset(), link.digest());
            if (reached.next() / spacing > last / spacing) {
                checkpoints.keep(partition, reached);
            }
        }

        /**
         * @param place the last offset asked for, beyond the last record if no record is there
         */
        Checkpoint end(long place) {
            Checkpoint checkpoint = reached.at(place);
            if (place > begun) {
                checkpoints.keepFurthest(partition, checkpoint);
            }
            return checkpoint;
        }
    }
}
