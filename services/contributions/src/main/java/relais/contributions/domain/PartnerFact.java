package relais.contributions.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What this service retains of the history of partners, in its own words. */
public sealed interface PartnerFact {

    record Registered(String name, PartnerKind kind, TerritoryCode territory)
            implements PartnerFact {}

    record Renamed(String name) implements PartnerFact {}

    /** The partner signed the charter, and so takes part in the committee. */
    record Signed(LocalDate on) implements PartnerFact {}

    record Suspended() implements PartnerFact {}

    record Reinstated() implements PartnerFact {}

    record MandateGranted(String mandateId, LocalDate from, @Nullable LocalDate until)
            implements PartnerFact {}

    record MandateEnded(String mandateId, LocalDate endedOn) implements PartnerFact {}
}
