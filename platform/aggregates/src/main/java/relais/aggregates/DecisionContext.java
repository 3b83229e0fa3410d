package relais.aggregates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.Role;
import relais.aggregates.territory.TerritoryCode;
import relais.aggregates.territory.TerritoryMap;

/**
 * All that a decision depends on besides the aggregate and the command; nothing is looked up
 * elsewhere, so the same context gives the same decision. A service adds what its rules have to
 * know of others.
 */
public interface DecisionContext {

    ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /** The mandate in whose name the command comes. */
    Actor actor();

    /** The partner acted for; absent when there is none or it is unknown. */
    @Nullable Partner acting();

    /** The reference of territories. */
    TerritoryMap territories();

    /** When the event happens: now, or a past instant for an archive. */
    Instant at();

    /** When the decision is taken. */
    Instant now();

    /** The French civil day of an instant. */
    static LocalDate dayOf(Instant instant) {
        return instant.atZone(FRANCE).toLocalDate();
    }

    /** The French civil day on which the event happens. */
    default LocalDate day() {
        return dayOf(at());
    }

    /** The French civil day on which the decision is taken. */
    default LocalDate today() {
        return dayOf(now());
    }

    default boolean isSecretary() {
        return actor().is(Role.COMMITTEE);
    }

    /** Whether the caller speaks for one of the committee's signatories. */
    default boolean isOfASignatory() {
        Partner acting = acting();
        return actor().isMember() && acting != null && acting.isSignatory();
    }

    /** Archives may name what existed then, or what it is called now. */
    default boolean exists(TerritoryCode territory) {
        return territories().exists(territory, day()) || territories().exists(territory, today());
    }

    /** Whether the first territory is the second, or lies wholly inside it, on either day. */
    default boolean isWithin(TerritoryCode inner, TerritoryCode outer) {
        return territories().isWithin(inner, outer, day())
                || territories().isWithin(inner, outer, today());
    }
}
