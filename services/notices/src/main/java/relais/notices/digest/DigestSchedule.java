package relais.notices.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import relais.notices.follower.Frequency;

/** When digests are due: at seven in the morning in Paris, every day or on Mondays. */
final class DigestSchedule {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private DigestSchedule() {}

    /** The first time after an instant; null for who wants none. */
    static @Nullable Instant next(Frequency frequency, Instant after) {
        return switch (frequency) {
            case NEVER -> null;
            case DAILY -> daily(after).toInstant();
            case WEEKLY ->
                    daily(after)
                            .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                            .with(MORNING)
                            .toInstant();
        };
    }

    private static ZonedDateTime daily(Instant after) {
        ZonedDateTime morning = after.atZone(PARIS).with(MORNING);
        return morning.toInstant().isAfter(after) ? morning : morning.plusDays(1).with(MORNING);
    }
}
