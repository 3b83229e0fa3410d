package relais.notices.digest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import relais.notices.address.AddressConfirmation;
import relais.notices.follow.MongoFollows;
import relais.notices.follower.Follower;
import relais.notices.follower.Frequency;
import relais.notices.follower.MongoFollowers;
import relais.notices.mail.MailDelivery;
import relais.notices.mail.MailOutcome;
import relais.notices.mail.OutgoingMail;
import relais.notices.mail.UnsubscribeTokens;
import relais.notices.notice.MongoNotices;
import relais.notices.notice.Notice;
import relais.notices.notice.NoticeTitles;

/**
 * Makes the digests that are due and hands them over, each at most once: that it is being handed
 * over is written before it is. Any number of processes may run it at once.
 */
@Component
public final class DigestRun {

    private static final Logger log = LoggerFactory.getLogger(DigestRun.class);

    /** What other processes are writing with an instant of the period is there by then. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    /** Longer than a mail server may take. */
    private static final Duration GIVEN_UP_AFTER =
            MailDelivery.PATIENCE.multipliedBy(6).plusMinutes(3);

    /** Pauses after tries; with the last one a digest was tried for more than two days. */
    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofHours(12),
                    Duration.ofHours(12));

    private static final String WAITING = "waiting";
    private static final int TOGETHER = 100;
    private static final int MOST_NOTICES = 1_000;

    private final MongoFollowers followers;
    private final MongoFollows follows;
    private final MongoNotices notices;
    private final NoticeTitles titles;
    private final MongoDigests digests;
    private final DigestText text;
    private final MailDelivery mail;
    private final AddressConfirmation confirmation;
    private final UnsubscribeTokens tokens;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile boolean ending;

    DigestRun(
            MongoFollowers followers,
            MongoFollows follows,
            MongoNotices notices,
            NoticeTitles titles,
            MongoDigests digests,
            DigestText text,
            MailDelivery mail,
            AddressConfirmation confirmation,
            UnsubscribeTokens tokens,
            MeterRegistry meters,
            Clock clock) {
        this.followers = followers;
        this.follows = follows;
        this.notices = notices;
        this.titles = titles;
        this.digests = digests;
        this.text = text;
        this.mail = mail;
        this.confirmation = confirmation;
        this.tokens = tokens;
        this.meters = meters;
        this.clock = clock;
        // A rate is known from the first of its kind on only if its counter was there before.
        Stream.of(
                        DigestState.SENT,
                        DigestState.EMPTY,
                        DigestState.CANCELLED,
                        DigestState.FAILED,
                        DigestState.UNKNOWN)
                .forEach(this::counter);
        counter(WAITING);
    }

    /** Hands over what is in hand, and begins no other. */
    public void end() {
        ending = true;
    }

    /** Does what is due now. */
    public void run() {
        open();
        for (int i = 0; i < TOGETHER && !ending; i++) {
            Instant now = clock.instant();
            Optional<DigestPeriod> taken = digests.take(now, now.plus(GIVEN_UP_AFTER));
            if (taken.isEmpty()) {
                break;
            }
            hand(taken.get());
        }
        giveUp();
    }

    /** Periods that are over become digests. */
    private void open() {
        List<Follower> due = followers.due(clock.instant().minus(SETTLING), TOGETHER);
        for (Follower follower : due) {
            Instant to = follower.digestAt();
            Instant next = to == null ? null : DigestSchedule.next(follower.chosen(), to);
            if (to == null || next == null) {
                continue;
            }
            Instant from = follower.digestedTo();
            digests.open(DigestPeriod.of(follower.id(), from == null ? to : from, to));
            followers.digested(follower.id(), to, next);
        }
    }

    private void hand(DigestPeriod period) {
        Follower follower = followers.find(period.follower()).orElse(null);
        String address = follower == null ? null : follower.address();
        if (follower == null || address == null || follower.chosen() == Frequency.NEVER) {
            settle(period, DigestState.CANCELLED, null);
            return;
        }
        if (!confirmation.isConfirmed(follower.id(), address)) {
            settle(period, DigestState.UNCONFIRMED, null);
            return;
        }
        List<Notice> told =
                notices.between(follower.audiences(), period.from(), period.to(), MOST_NOTICES);
        if (told.isEmpty()) {
            settle(period, DigestState.EMPTY, null);
            return;
        }
        OutgoingMail outgoing =
                text.mail(
                        period,
                        follower,
                        address,
                        told,
                        titles.of(told),
                        follows.names(follower.id()),
                        tokens.of(follower.id()));
        switch (mail.send(follower.id().value(), outgoing)) {
            case MailOutcome.Accepted _ -> settle(period, DigestState.SENT, null);
            case MailOutcome.Never(String because) -> settle(period, DigestState.FAILED, because);
            case MailOutcome.Unknown(String because) ->
                    settle(period, DigestState.UNKNOWN, because);
            case MailOutcome.NotNow(String because) -> again(period, because);
        }
    }

    private void again(DigestPeriod period, String because) {
        if (period.tries() >= PAUSES.size()) {
            settle(period, DigestState.FAILED, because);
            return;
        }
        digests.again(period, clock.instant().plus(PAUSES.get(period.tries())), because);
        log.warn("A digest waits for the mail server: {}", because);
        counter(WAITING).increment();
    }

    private void settle(DigestPeriod period, DigestState state, @Nullable String problem) {
        digests.settle(period, state, problem, clock.instant());
        counter(state).increment();
    }

    private void giveUp() {
        while (digests.giveUp(clock.instant()).isPresent()) {
            log.warn("A process ended while it handed a digest over: it is not sent again");
            counter(DigestState.UNKNOWN).increment();
        }
    }

    private Counter counter(DigestState outcome) {
        return counter(outcome.name().toLowerCase(Locale.ROOT));
    }

    private Counter counter(String outcome) {
        return meters.counter("relais.notices.digests", "outcome", outcome);
    }
}
