package relais.feed.config;

import relais.consumer.EventConsumer;
import relais.feed.adapter.mongo.PartitionDigests;
import relais.feed.projection.CardEvent;
import relais.feed.query.Standing;

/**
 * Keeps one model up to date, and account of which part of the log it holds.
 *
 * @param digests what the consumer tells of every record
 */
record ModelReader(EventConsumer<CardEvent> consumer, PartitionDigests digests) {

    /** The consumer first: it tells the digests. */
    void stop() {
        consumer.stop();
        digests.close();
    }

    /** As the store has it. */
    Standing standing() {
        return digests.standing(consumer.parked().count());
    }
}
