package relais.notices.address;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import relais.codec.StoredField;
import relais.notices.follower.FollowerId;

/**
 * Whether somebody reads the mail that goes to the address that they typed.
 *
 * @param language of the mail that asks: {@code fr} or {@code en}
 * @param begunAt when it was typed, or when they wanted another mail
 * @param confirmedAt absent until they said so by the link of a mail
 * @param sendAt when the mail that asks is to be handed over; absent if none is
 * @param tries how often that one was handed to a mail server that did not take it
 * @param sentAt when the mail server took the latest; absent if it took none
 * @param problem what the mail server said last; absent if nothing was wrong
 */
record AddressCheck(
        @StoredField(name = "_id") FollowerId follower,
        String address,
        String language,
        Instant begunAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant sendAt,
        int tries,
        @Nullable Instant sentAt,
        @Nullable String problem) {

    /** One that the issuer vouches for. */
    static AddressCheck vouched(FollowerId follower, String address, String language, Instant now) {
        return new AddressCheck(follower, address, language, now, now, null, 0, null, null);
    }

    /** One that a mail asks about. */
    static AddressCheck open(FollowerId follower, String address, String language, Instant now) {
        return new AddressCheck(follower, address, language, now, null, now, 0, null, null);
    }
}
