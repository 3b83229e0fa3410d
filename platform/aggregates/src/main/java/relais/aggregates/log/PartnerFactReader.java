package relais.aggregates.log;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.territory.TerritoryCode;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;

/** Reads, in the partners' published language, what this service retains of it. */
final class PartnerFactReader {

    private PartnerFactReader() {}

    /**
     * @param at when it happened
     * @throws IllegalArgumentException if the event is of another type or its values make no sense
     */
    static PartnerFact read(SpecificRecord event, Instant at) {
        return switch (event) {
            case PartnerRegistered e ->
                    new PartnerFact.Registered(
                            e.getName(),
                            kind(e.getKind()),
                            new TerritoryCode(e.getTerritory()),
                            at);
            case PartnerRenamed e -> new PartnerFact.Renamed(e.getName());
            case CommitteeJoined _ -> new PartnerFact.CommitteeJoined();
            case CommitteeLeft _ -> new PartnerFact.CommitteeLeft();
            case PartnerSuspended _ -> new PartnerFact.Suspended();
            case PartnerReinstated _ -> new PartnerFact.Reinstated();
            case MandateGranted e ->
                    new PartnerFact.MandateGranted(e.getMandateId(), e.getFrom(), e.getUntil());
            case MandateEnded e -> new PartnerFact.MandateEnded(e.getMandateId(), e.getEndedOn());
            default ->
                    throw new IllegalArgumentException(
                            "Not an event of partners: " + event.getSchema().getFullName());
        };
    }

    private static PartnerKind kind(relais.events.partners.PartnerKind kind) {
        return switch (kind) {
            case UNKNOWN -> PartnerKind.UNKNOWN;
            case MINISTRY -> PartnerKind.MINISTRY;
            case NATIONAL_ASSOCIATION -> PartnerKind.NATIONAL_ASSOCIATION;
            case PUBLIC_BANK -> PartnerKind.PUBLIC_BANK;
            case COMMUNE -> PartnerKind.COMMUNE;
            case EPCI -> PartnerKind.EPCI;
            case DEPARTEMENT -> PartnerKind.DEPARTEMENT;
            case REGION -> PartnerKind.REGION;
            case ACADEMIE -> PartnerKind.ACADEMIE;
            case SCHOOL_NETWORK -> PartnerKind.SCHOOL_NETWORK;
            case OTHER -> PartnerKind.OTHER;
        };
    }
}
