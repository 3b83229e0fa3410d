package relais.notices.address;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.notices.follower.FollowerId;
import relais.notices.mail.LinkSignatures;

/**
 * What the link of a mail proves: that it was in a mail to that address, not long ago. The address
 * is signed and not in the link, which may lie in the records of a proxy.
 */
@Component
record ConfirmationTokens(LinkSignatures signatures) {

    /** How long a link confirms. */
    static final Duration VALID = Duration.ofDays(3);

    private static final Pattern FORM =
            Pattern.compile("(u-[0-9a-f]{32})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{20,60})");

    /**
     * A token that was read, of which nobody knows yet whether it is ours.
     *
     * @param end in seconds since 1970
     */
    record Read(FollowerId follower, long end, String signature) {}

    String of(FollowerId follower, String address, Instant now) {
        long end = now.plus(VALID).getEpochSecond();
        return follower.value() + "." + end + "." + signatures.of(text(follower, end, address));
    }

    /** Empty if it has not the form of one. */
    static Optional<Read> read(@Nullable String token) {
        Matcher parts = FORM.matcher(token == null ? "" : token);
        return parts.matches()
                ? Optional.of(
                        new Read(
                                new FollowerId(parts.group(1)),
                                Long.parseLong(parts.group(2)),
                                parts.group(3)))
                : Optional.empty();
    }

    /** Whether it was in a mail to that address, however long ago. */
    boolean isFor(Read token, String address) {
        return signatures.isOf(text(token.follower(), token.end(), address), token.signature());
    }

    private static String text(FollowerId follower, long end, String address) {
        return "confirm " + follower.value() + " " + end + " " + address;
    }
}
