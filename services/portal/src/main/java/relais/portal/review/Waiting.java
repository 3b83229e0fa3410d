package relais.portal.review;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import relais.portal.page.Words;

/** How long a review has been waited for since it was last sent, in days of Paris. */
public record Waiting(Instant since, long days) {

    /** The committee's own aim: nobody waits longer than two weeks for a word. */
    static final long AIM_IN_DAYS = 14;

    static Waiting of(Instant since, Instant now) {
        LocalDate first = LocalDate.ofInstant(since, Words.PARIS);
        return new Waiting(
                since,
                Math.max(0, ChronoUnit.DAYS.between(first, LocalDate.ofInstant(now, Words.PARIS))));
    }

    public boolean isLate() {
        return days > AIM_IN_DAYS;
    }
}
