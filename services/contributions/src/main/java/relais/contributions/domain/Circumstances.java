package relais.contributions.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision depends on besides the aggregate and the command; nothing is looked up
 * elsewhere, so the same circumstances give the same decision.
 *
 * @param acting the partner acted for; absent when there is none or it is unknown
 * @param at when the event happens: now, or a past instant for an archive
 * @param now when the decision is taken
 */
public record Circumstances(
        Actor actor,
        @Nullable Partner acting,
        Known known,
        TerritoryMap territories,
        Instant at,
        Instant now) {

    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** The French civil day of an instant. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(FRANCE).toLocalDate();
    }

    /** The day on which the event happens. */
    public LocalDate day() {
        return dayOf(at);
    }

    public LocalDate today() {
        return dayOf(now);
    }

    public boolean isSecretary() {
        return actor.is(Role.COMMITTEE);
    }

    /** Whether the caller speaks for one of the committee's signatories. */
    public boolean isOfASignatory() {
        return actor.isMember() && acting != null && acting.isSignatory();
    }

    /** Archives may name what existed then, or what it is called now. */
    public boolean exists(TerritoryCode territory) {
        return territories.exists(territory, day()) || territories.exists(territory, today());
    }
}
