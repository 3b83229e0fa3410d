package relais.notices.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.events.Topics;
import relais.notices.follow.SavedSearch;
import relais.notices.follower.FollowerId;

/**
 * An address to which public events are sent.
 *
 * @param owner who named it
 * @param filter which events
 * @param probe what events are looked up by
 * @param secret with which each message is signed, as Standard Webhooks write it
 * @param since what happened before is not sent
 * @param nextAt when to look whether something is to be sent, or to try again
 * @param failures in a row
 * @param failingSince when the first of them was; absent if the last message was taken
 * @param problem of the last failure, or of the last replay
 * @param replayFrom what the log took in since then is to be sent again; absent if nothing is
 * @param replayAfter up to where its owner has it, of the partitions that this names; absent if
 *     only the time counts
 * @param busyUntil when the process that is sending is given up, so that no other sends the same
 *     meanwhile; absent if none is
 */
record Webhook(
        @StoredField(name = "_id") String id,
        FollowerId owner,
        @Nullable String name,
        String url,
        SavedSearch filter,
        String probe,
        String secret,
        Instant since,
        WebhookState state,
        Instant nextAt,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant deliveredAt,
        @Nullable String problem,
        @Nullable Instant replayFrom,
        @Nullable String replayAfter,
        @Nullable Instant busyUntil) {

    /** The topic that decides what it gets: words are in cards alone. */
    String topic() {
        return filter.needsWords() ? Topics.PUBLIC_CARDS : Topics.PUBLIC_ACTIVITIES;
    }
}
