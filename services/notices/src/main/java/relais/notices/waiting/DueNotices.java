package relais.notices.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import relais.notices.notice.MongoNotices;
import relais.notices.notice.Notice;
import relais.notices.notice.NoticeReason;

/** Tells what no event tells: that a time has come. Any number of processes may do so at once. */
@Component
public record DueNotices(
        MongoDeadlines deadlines, MongoWaitingCards cards, MongoNotices notices, Clock clock) {

    /** How long before its end the signatories of a consultation are told. */
    static final Duration BEFORE_THE_END = Duration.ofDays(3);

    private static final int TOGETHER = 100;

    /** The deadline of a card; null if there is none. */
    static @Nullable Deadline of(WaitingCard card) {
        Instant until = card.deadline();
        if (until == null) {
            return null;
        }
        boolean action = card.kind().equals(WaitingCard.ACTION);
        return new Deadline(
                card.id(), card.kind(), action ? until : until.minus(BEFORE_THE_END), until);
    }

    /** Tells what is due now. */
    public void tell() {
        Instant now = clock.instant();
        List<Deadline> due = deadlines.due(now, TOGETHER);
        if (due.isEmpty()) {
            return;
        }
        Map<String, WaitingCard> known = cards.find(due.stream().map(Deadline::card).toList());
        List<Notice> made = new ArrayList<>();
        for (Deadline deadline : due) {
            WaitingCard card = known.get(deadline.card());
            if (card != null
                    && deadline.until().equals(card.deadline())
                    && deadline.tellAt().isAfter(now.minus(MongoNotices.NEWS))) {
                notice(deadline, card, now, made);
            }
        }
        notices.add(made);
        due.forEach(deadlines::told);
    }

    private static void notice(
            Deadline deadline, WaitingCard card, Instant now, List<Notice> made) {
        boolean action = card.kind().equals(WaitingCard.ACTION);
        // Too late to say that something is about to end.
        if (!action && deadline.until().isBefore(now)) {
            return;
        }
        List<String> partners =
                action
                        ? card.partner() == null ? List.of() : List.of(card.partner())
                        : card.asked();
        if (!partners.isEmpty()) {
            made.add(
                    Notice.waiting(
                            action ? NoticeReason.ACTION_LATE : NoticeReason.CONSULTATION_ENDS,
                            card.id() + "@" + deadline.until(),
                            partners,
                            card.id(),
                            deadline.tellAt(),
                            deadline.until(),
                            now));
        }
    }
}
