package relais.notices.mail;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.notices.follower.FollowerId;

/** What the link of a digest proves: that it was in a mail to that follower. */
@Component
public record UnsubscribeTokens(LinkSignatures signatures) {

    private static final int LONGEST = 200;
    private static final String PURPOSE = "unsubscribe ";

    /** A token without an end: a mail may be read years later. */
    public String of(FollowerId follower) {
        return follower.value() + "." + signatures.of(PURPOSE + follower.value());
    }

    /** Whose digests a token ends; empty if it is forged or broken. */
    Optional<FollowerId> read(@Nullable String token) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        int dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String follower = token.substring(0, dot);
        return signatures.isOf(PURPOSE + follower, token.substring(dot + 1))
                ? Optional.of(new FollowerId(follower))
                : Optional.empty();
    }
}
