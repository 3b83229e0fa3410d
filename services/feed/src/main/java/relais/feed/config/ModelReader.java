package relais.feed.config;

import relais.consumer.ConsumerHealth;
import relais.consumer.EventConsumer;
import relais.consumer.ParkedEvents;
import relais.feed.adapter.mongo.LaneDigests;
import relais.feed.projection.CardEvent;
import relais.feed.query.Standing;

/**
 * Keeps one model up to date, and account of which part of the log it holds.
 *
 * @param digests what the consumer tells of every record
 */
record ModelReader(EventConsumer<CardEvent> consumer, LaneDigests digests) {

    void start() {
        consumer.start();
    }

    /** The consumer first: it tells the digests. */
    void stop() {
        consumer.stop();
        digests.close();
    }

    ConsumerHealth health() {
        return consumer.health();
    }

    ParkedEvents parked() {
        return consumer.parked();
    }

    /** As the store has it. */
    Standing standing() {
        return digests.standing(parked().count());
    }
}
