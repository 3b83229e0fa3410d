package relais.aggregates.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import relais.aggregates.partner.Partner;
import relais.aggregates.partner.PartnerFact;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.consumer.ReplicaCollection;
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
    private final ReplicaCollection<Partner, PartnerFact> partners;

    public PartnerReplicaHandler(
            EventDeserializer deserializer, ReplicaCollection<Partner, PartnerFact> partners) {
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
        return PartnerFactReader.read(log.read(event), LogReading.metadata(event).time());
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        return partners.versionsOf(aggregateIds);
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
