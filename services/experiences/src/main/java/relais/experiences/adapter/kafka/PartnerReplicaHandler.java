package relais.experiences.adapter.kafka;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.consumer.ReplicaCollection;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.RegistryUnavailable;
import relais.events.partners.CommitteeJoined;
import relais.events.partners.CommitteeLeft;
import relais.events.partners.MandateEnded;
import relais.events.partners.MandateGranted;
import relais.events.partners.PartnerRegistered;
import relais.events.partners.PartnerReinstated;
import relais.events.partners.PartnerRenamed;
import relais.events.partners.PartnerSuspended;
import relais.experiences.domain.Partner;
import relais.experiences.domain.PartnerFact;

/** Keeps the replica of partners up with their events. */
public final class PartnerReplicaHandler implements EventHandler<PartnerFact> {

    private static final Set<String> WANTED =
            Stream.of(
                            PartnerRegistered.getClassSchema(),
                            PartnerRenamed.getClassSchema(),
                            CommitteeJoined.getClassSchema(),
                            CommitteeLeft.getClassSchema(),
                            PartnerSuspended.getClassSchema(),
                            PartnerReinstated.getClassSchema(),
                            MandateGranted.getClassSchema(),
                            MandateEnded.getClassSchema())
                    .map(Schema::getFullName)
                    .collect(Collectors.toUnmodifiableSet());

    private final EventDeserializer deserializer;
    private final ReplicaCollection<Partner, PartnerFact> partners;

    public PartnerReplicaHandler(
            EventDeserializer deserializer, ReplicaCollection<Partner, PartnerFact> partners) {
        this.deserializer = deserializer;
        this.partners = partners;
    }

    @Override
    public boolean wants(Map<String, String> headers) {
        return WANTED.contains(headers.getOrDefault("ce_type", ""));
    }

    @Override
    public PartnerFact decode(IncomingEvent event) {
        return PartnerFactReader.read(
                deserializer.deserialize(event.value()),
                EventMetadata.fromHeaders(event.headers()).time());
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
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(RegistryUnavailable.class::isInstance)
                || EventHandler.super.isTransient(failure);
    }
}
