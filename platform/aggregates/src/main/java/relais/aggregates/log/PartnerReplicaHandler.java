package relais.aggregates.log;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.PartnerFact;
import relais.aggregates.partner.PartnerKind;
import relais.aggregates.territory.TerritoryCode;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.events.EventDeserializer;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;

/** Keeps the replica of partners up with their events. */
public final class PartnerReplicaHandler implements EventHandler<PartnerFact> {

    private final LogReading log;
    private final MongoPartners partners;

    public PartnerReplicaHandler(EventDeserializer deserializer, MongoPartners partners) {
        this.log =
                new LogReading(
                        deserializer,
                        PartnerRegistered.getClassSchema(),
                        PartnerRenamed.getClassSchema(),
                        CommitteeJoined.getClassSchema(),
                        CommitteeLeft.getClassSchema(),
                        PartnerSuspended.getClassSchema(),
                        PartnerReinstated.getClassSchema(),
                        MandateGranted.getClassSchema(),
                        MandateEnded.getClassSchema());
        this.partners = partners;
    }

    @Override
    public boolean wants(Map<String, String> headers) {
        return log.wants(headers);
    }

    @Override
    public PartnerFact decode(IncomingEvent event) {
        return read(log.read(event), LogReading.metadata(event).time());
    }

    /**
     * @param at when it happened
     * @throws IllegalArgumentException if the event is of another type or its values make no sense
     */
    static PartnerFact read(SpecificRecord event, Instant at) {
        return switch (event) {
            case PartnerRegistered e ->
                    new PartnerFact.Registered(
                            e.getName(),
                            PartnerKind.valueOf(e.getKind().name()),
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

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        return partners.replica().versionsOf(aggregateIds);
    }

    @Override
    public void handle(List<HandledEvent<PartnerFact>> batch) {
        partners.handle(batch);
    }

    @Override
    public boolean isTransient(Throwable failure) {
        return LogReading.isOfTheMoment(failure) || EventHandler.super.isTransient(failure);
    }
}
