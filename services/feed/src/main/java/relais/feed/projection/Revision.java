package relais.feed.projection;

import java.time.Instant;

/**
 * Which version of which card, and since when.
 *
 * @param version the sequence of the event that made it
 * @param createdAt time of the aggregate's first event
 * @param eventTime time of the event that made this version
 * @param validFrom from when it is the answer to "as of": the event's time, but never before the
 *     previous version's, so that intervals do not overlap when a clock went backwards
 * @param archive whether an archive import made this version
 */
public record Revision(
        String aggregateId,
        long version,
        Instant createdAt,
        Instant eventTime,
        Instant validFrom,
        boolean archive) {

    static Revision first(Stamp stamp) {
        if (stamp.sequence() != 1) {
            throw new IllegalStateException(
                    stamp.eventId() + " is folded without the versions before it");
        }
        return new Revision(
                stamp.aggregateId(), 1, stamp.time(), stamp.time(), stamp.time(), stamp.archive());
    }

    Revision next(Stamp stamp) {
        if (!stamp.aggregateId().equals(aggregateId) || stamp.sequence() != version + 1) {
            throw new IllegalStateException(
                    stamp.eventId() + " does not follow " + aggregateId + ":" + version);
        }
        Instant from = stamp.time().isBefore(validFrom) ? validFrom : stamp.time();
        return new Revision(
                aggregateId, stamp.sequence(), createdAt, stamp.time(), from, stamp.archive());
    }

    /** The version's identifier: {@code aggregateId:version}. */
    public String id() {
        return aggregateId + ":" + version;
    }
}
