package relais.partners.adapter.kafka;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import relais.events.EventMetadata;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRecord;
import relais.partners.application.RecordedEvent;
import relais.partners.domain.Partner;

/**
 * Makes the Kafka record of an event. Its key is the partner's home territory, which never changes,
 * so that a partner stays in one partition for ever.
 */
public final class PartnerEventRecords implements Function<RecordedEvent, OutboxRecord> {
    private static final String SOURCE = "/services/partners";

    private final EventSerializer serializer;

    /**
     * @param serializer resolved before the first event
     */
    public PartnerEventRecords(EventSerializer serializer) {
        this.serializer = serializer;
    }

    @Override
    public OutboxRecord apply(RecordedEvent recorded) {
        Partner partner = recorded.after();
        SpecificRecord event = PartnerEventAvroMapper.toAvro(partner.id(), recorded.event());
        String territory = partner.identity().territory();
        var metadata =
                new EventMetadata(
                        partner.id().value(),
                        partner.version(),
                        event.getSchema().getFullName(),
                        SOURCE,
                        recorded.moment().at(),
                        territory,
                        partner.id().value(),
                        recorded.occasion().actor().mandate(),
                        recorded.occasion().correlationId(),
                        null,
                        recorded.moment().archive());
        return new OutboxRecord(
                Topics.PARTNERS, territory, serializer.serialize(event), metadata.toHeaders());
    }
}
