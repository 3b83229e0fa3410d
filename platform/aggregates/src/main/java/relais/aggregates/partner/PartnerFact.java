package relais.aggregates.partner;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import relais.aggregates.territory.TerritoryCode;

/** What this service retains of the history of partners, in its own words. */
public sealed interface PartnerFact {

    /**
     * @param at when it was registered
     */
    record Registered(String name, PartnerKind kind, TerritoryCode territory, Instant at)
            implements PartnerFact {}

    record Renamed(String name) implements PartnerFact {}

    /** The partner is one of the committee's signatories from here on. */
    record CommitteeJoined() implements PartnerFact {}

    record CommitteeLeft() implements PartnerFact {}

    record Suspended() implements PartnerFact {}

    record Reinstated() implements PartnerFact {}

    record MandateGranted(String mandateId, LocalDate from, @Nullable LocalDate until)
            implements PartnerFact {}

    record MandateEnded(String mandateId, LocalDate endedOn) implements PartnerFact {}
}
