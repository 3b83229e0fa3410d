package relais.partners.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When a command happens, as its events will say.
 *
 * @param at in milliseconds, for that is what the log keeps
 * @param now the clock's time; differs from {@code at} for an archive
 * @param archive true if somebody said that this happened before it was entered
 */
public record Moment(Instant at, Instant now, boolean archive) {
    /** French institutions count their days in Paris. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    public Moment {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    public static Moment live(Instant now) {
        return new Moment(now, now, false);
    }

    public static Moment archived(Instant occurredAt, Instant now) {
        return new Moment(occurredAt, now, true);
    }

    public LocalDate day() {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** A live command whose clock lags behind the last event happens right at that event. */
    Moment notBefore(Instant last) {
        return !archive && at.isBefore(last) ? live(last) : this;
    }
}
