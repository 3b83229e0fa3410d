package relais.notices.address;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import relais.notices.follower.Follower;
import relais.notices.follower.FollowerId;
import relais.notices.mail.MailDelivery;
import relais.notices.mail.MailOutcome;
import relais.web.Problem;

/**
 * Has somebody say that the address they typed is theirs. A mail that asks is handed over by {@link
 * #run}, so that nobody waits for a mail server; one that is in doubt is not sent again by itself,
 * since its reader can have another.
 */
@Component
public final class AddressConfirmation {

    /** Mails that one account may have sent in a day, whatever it types. */
    static final int MOST_A_DAY = 5;

    /** Mails that go to one address in a day, whoever typed it. */
    static final int MOST_TO_AN_ADDRESS = 8;

    /** Longer than a mail server may take. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(5);

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(3));

    private static final int TOGETHER = 100;

    /**
     * How far it is.
     *
     * @param sentAt when the mail server took the latest mail that asks; absent if it took none
     * @param problem what the mail server said; absent if nothing was wrong
     */
    public record State(boolean confirmed, @Nullable Instant sentAt, @Nullable String problem) {}

    private final MongoAddressChecks checks;
    private final MongoMailCounts counts;
    private final ConfirmationTokens tokens;
    private final ConfirmationText text;
    private final MailDelivery mail;
    private final Clock clock;

    AddressConfirmation(
            MongoAddressChecks checks,
            MongoMailCounts counts,
            ConfirmationTokens tokens,
            ConfirmationText text,
            MailDelivery mail,
            Clock clock) {
        this.checks = checks;
        this.counts = counts;
        this.tokens = tokens;
        this.text = text;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Somebody wants digests at an address: a mail asks whether it is theirs, unless that is known
     * or was asked already.
     *
     * @param vouched whether the issuer says that it is theirs
     * @throws relais.web.ProblemException 429 if too many mails were wanted
     */
    public void begin(FollowerId follower, String address, String language, boolean vouched) {
        AddressCheck known =
                checks.find(follower).filter(check -> check.address().equals(address)).orElse(null);
        if (vouched) {
            if (known == null || known.confirmedAt() == null) {
                checks.put(AddressCheck.vouched(follower, address, language, clock.instant()));
            }
        } else if (known == null) {
            ask(follower, address, language, clock.instant());
        }
    }

    /**
     * Another mail, for whoever did not get the first.
     *
     * @throws relais.web.ProblemException 429 if too many mails were wanted
     */
    void askAgain(Follower follower) {
        String address = follower.address();
        if (address != null && !isConfirmed(follower.id(), address)) {
            String language = follower.language();
            ask(follower.id(), address, language == null ? "fr" : language, clock.instant());
        }
    }

    private void ask(FollowerId follower, String address, String language, Instant now) {
        if (counts.byAccount(follower, now) > MOST_A_DAY
                || counts.toAddress(address, now) > MOST_TO_AN_ADDRESS) {
            long seconds = Duration.between(now, MongoMailCounts.end(now)).toSeconds() + 1;
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-confirmations", MOST_A_DAY)
                    .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                    .exception();
        }
        checks.put(AddressCheck.open(follower, address, language, now));
    }

    /** Whether digests may go there. */
    public boolean isConfirmed(FollowerId follower, String address) {
        return state(follower, address).confirmed();
    }

    public State state(FollowerId follower, @Nullable String address) {
        return checks.find(follower)
                .filter(check -> check.address().equals(address))
                .map(
                        check ->
                                new State(
                                        check.confirmedAt() != null,
                                        check.sentAt(),
                                        check.problem()))
                .orElse(new State(false, null, null));
    }

    /** What became of a link that somebody followed. */
    enum LinkOutcome {
        DONE,
        FORGED,
        EXPIRED
    }

    /** By the token of a mail; the same once more changes nothing. */
    LinkOutcome confirm(@Nullable String token) {
        Optional<ConfirmationTokens.Read> read = ConfirmationTokens.read(token);
        AddressCheck known = read.flatMap(it -> checks.find(it.follower())).orElse(null);
        if (known == null || !tokens.isFor(read.orElseThrow(), known.address())) {
            return LinkOutcome.FORGED;
        }
        Instant now = clock.instant();
        if (read.orElseThrow().end() < now.getEpochSecond()) {
            return LinkOutcome.EXPIRED;
        }
        return checks.confirm(known.follower(), known.address(), now)
                ? LinkOutcome.DONE
                : LinkOutcome.FORGED;
    }

    /** Hands over the mails that are due; any number of processes may do so at once. */
    public void run() {
        for (int i = 0; i < TOGETHER; i++) {
            Instant now = clock.instant();
            Optional<AddressCheck> due = checks.take(now, now.plus(GIVEN_UP_AFTER));
            if (due.isEmpty()) {
                return;
            }
            hand(due.get(), now);
        }
    }

    private void hand(AddressCheck check, Instant now) {
        if (check.tries() >= PAUSES.size()) {
            checks.failed(check, String.valueOf(check.problem()), null);
            return;
        }
        String token = tokens.of(check.follower(), check.address(), now);
        switch (mail.send(check.follower().value(), text.mail(check, token))) {
            case MailOutcome.Accepted _ -> checks.sent(check, now);
            case MailOutcome.NotNow(String because) ->
                    checks.failed(check, because, now.plus(PAUSES.get(check.tries())));
            case MailOutcome.Never(String because) -> checks.failed(check, because, null);
            case MailOutcome.Unknown(String because) -> checks.failed(check, because, null);
        }
    }
}
