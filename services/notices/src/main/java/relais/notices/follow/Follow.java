package relais.notices.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.notices.follower.FollowerId;

/**
 * Something that somebody follows.
 *
 * @param key follower and id: nobody follows the same thing twice
 * @param id of the follow among those of its follower, made from what is followed
 * @param value the territory, axis, card, partner or tag; of a search its filters in one line
 * @param search the filters of a search; absent for what is no search
 * @param name how its follower calls a search
 * @param probe what events are looked up by
 * @param since what happened before is no news
 */
public record Follow(
        @StoredField(name = "_id") String key,
        FollowerId follower,
        String id,
        FollowKind kind,
        String value,
        @Nullable SavedSearch search,
        @Nullable String name,
        String probe,
        Instant since) {

    /** One that begins now. */
    static Follow of(FollowerId follower, FollowKind kind, String value, Instant since) {
        String probe = kind == FollowKind.TAG ? SavedSearch.folded(value) : value;
        return of(follower, kind, value, null, kind.key() + ":" + probe, since);
    }

    static Follow of(FollowerId follower, SavedSearch search, Instant since) {
        return of(follower, FollowKind.SEARCH, search.text(), search, search.probe(), since);
    }

    private static Follow of(
            FollowerId follower,
            FollowKind kind,
            String value,
            @Nullable SavedSearch search,
            String probe,
            Instant since) {
        String id = id(kind, value);
        return new Follow(
                follower.value() + ":" + id, follower, id, kind, value, search, null, probe, since);
    }

    /** The same under another name, if it is a search: null keeps the name, empty takes it away. */
    Follow called(@Nullable String other) {
        if (search == null || other == null) {
            return this;
        }
        String given = other.isEmpty() ? null : other.strip();
        return new Follow(key, follower, id, kind, value, search, given, probe, since);
    }

    /** The same thing has the same id, whoever follows it. */
    static String id(FollowKind kind, String value) {
        String said = kind == FollowKind.TAG ? SavedSearch.folded(value) : value;
        return "f-" + UUID.nameUUIDFromBytes((kind.key() + ":" + said).getBytes(UTF_8));
    }

    /** Whether an event that was found by the probe is what is followed, and news. */
    public boolean matches(PublicEvent event) {
        return !event.occurredAt().isBefore(since) && (search == null || search.matches(event));
    }

    /** Whether it takes the card's own words to decide. */
    public boolean needsWords() {
        return kind == FollowKind.TAG || (search != null && search.needsWords());
    }
}
