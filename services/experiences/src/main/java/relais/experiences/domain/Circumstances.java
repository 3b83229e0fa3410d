package relais.experiences.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision depends on besides the experience and the command; nothing is looked up
 * elsewhere, so the same circumstances give the same decision.
 *
 * @param acting the partner acted for; absent when there is none or it is unknown
 * @param competent the partner named as having the competence; absent when none or unknown
 * @param at when the event happens: now, or a past instant for an archive
 * @param now when the decision is taken
 */
public record Circumstances(
        Actor actor,
        @Nullable Partner acting,
        @Nullable Partner competent,
        TerritoryMap territories,
        Instant at,
        Instant now) {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(FRANCE).toLocalDate();
    }

    LocalDate day() {
        return dayOf(at);
    }

    LocalDate today() {
        return dayOf(now);
    }

    /** Archives may name what existed then, or what it is called now. */
    boolean exists(TerritoryCode territory) {
        return territories.exists(territory, day()) || territories.exists(territory, today());
    }

    boolean isWithin(TerritoryCode inner, TerritoryCode outer) {
        return territories.isWithin(inner, outer, day())
                || territories.isWithin(inner, outer, today());
    }
}
