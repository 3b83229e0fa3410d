package relais.notices.digest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.notices.follower.FollowerId;

/**
 * The digest of a follower for a period, of which there is one for ever.
 *
 * @param id follower and end: whoever makes it makes the same
 * @param from what was told since then is in it
 * @param to what was told from then on is in a later one
 * @param tries how often it was handed to a mail server that did not take it
 * @param at when to try, or when whoever is trying is given up
 * @param problem what the mail server said last
 */
record DigestPeriod(
        @StoredField(name = "_id") String id,
        FollowerId follower,
        Instant from,
        Instant to,
        DigestState state,
        int tries,
        Instant at,
        @Nullable String problem) {

    static DigestPeriod of(FollowerId follower, Instant from, Instant to) {
        return new DigestPeriod(
                follower.value() + ":" + to, follower, from, to, DigestState.PENDING, 0, to, null);
    }
}
