package relais.feed.rebuild;

import java.util.Collection;
import java.util.SortedMap;
import relais.feed.projection.ReadModel;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;

/** The collections of the models. Everything reaches the store, and throws its exceptions. */
public interface ModelStorage {

    /**
     * A place to fold one partition into: it remembers as many of its cards as have room, and
     * inserts a version once it is known when it ends, or when it is not remembered any longer.
     */
    PartitionStorage open(Model model);

    /** For one thread. */
    interface PartitionStorage extends ReadModel {

        /** Writes what is complete: every version but the latest of the cards it remembers. */
        void flush();

        /**
         * Writes what is left; the model then has all of what was folded.
         *
         * @return of all that was written since it was opened
         */
        Prints finish();
    }

    /** Takes away what a building that was cut off left of partitions that it did not finish. */
    void removeUnfinished(Model model, Collection<LogPartition> finished);

    /** Makes the indexes, after all is inserted. */
    void complete(Model model);

    /**
     * Keeps what a proof of the model's figures rests on: the digest of each partition up to where
     * it has been folded. The model's group carries it on from there.
     */
    void foldedUpTo(Model model, SortedMap<LogPartition, Checkpoint> digests);

    /** Takes everything of it away. Again is harmless. */
    void remove(int number);

    Size size(int number);

    /**
     * @param bytes what cards and activities take, without indexes; -1 if the store does not say
     */
    record Size(long cards, long activities, long parked, long bytes) {}

    /**
     * Compares a model with the one that serves: all that both hold is read.
     *
     * @param upTo what lies beyond in the log is left out of both
     */
    Parity compare(Model model, int serving, Offsets upTo);

    /**
     * The same by the checksums that all they hold was given when it was written, which takes
     * little beside a building: what was written while the model was built is not read again. It
     * does not see what was changed behind the service's back.
     */
    Parity compareByPrint(Model model, int serving, Offsets upTo);

    /** What a model holds up to a place of the log. */
    Parity.Content content(int number, Offsets upTo);
}
