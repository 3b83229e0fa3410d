package relais.notices.follower;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;

/**
 * Somebody who follows, or for whom something may wait.
 *
 * @param partner whom they act for, as their last token said
 * @param mandate under which they act, as their last token said; what an erasure names
 * @param address where a digest goes; kept nowhere else
 * @param language {@code fr} or {@code en}
 * @param frequency of the digest
 * @param digestAt when the next digest is due; absent if none is
 * @param digestedTo up to when notices are in a digest
 * @param seenAt when they were last here
 * @param visitBefore the end of the visit before the one that {@code seenAt} belongs to
 * @param readAt up to when notices are read
 */
public record Follower(
        @StoredField(name = "_id") FollowerId id,
        @Nullable String partner,
        @Nullable String mandate,
        @Nullable String address,
        @Nullable String language,
        @Nullable Frequency frequency,
        @Nullable Instant digestAt,
        @Nullable Instant digestedTo,
        @Nullable Instant seenAt,
        @Nullable Instant visitBefore,
        @Nullable Instant readAt) {

    /** Somebody of whom nothing is kept yet. */
    static Follower unknown(FollowerId id, @Nullable String partner, @Nullable String mandate) {
        return new Follower(id, partner, mandate, null, null, null, null, null, null, null, null);
    }

    /** The addressees among which they are, as a notice names them. */
    public List<String> audiences() {
        List<String> audiences = new ArrayList<>();
        audiences.add(id.value());
        if (partner != null) {
            audiences.add(partner);
        }
        return audiences;
    }

    public Frequency chosen() {
        return frequency == null ? Frequency.NEVER : frequency;
    }
}
