package relais.partners.adapter.kafka;

import org.jspecify.annotations.Nullable;
import relais.events.EventDeserializer;
import relais.log.Envelope;
import relais.log.LoggedEvent;
import relais.partners.application.StoredPartner;
import relais.partners.domain.Partner;
import relais.partners.domain.PartnerEvent;
import relais.recovery.EventFold;

/** Folds a partner from its records in the log, by the code that changes it live. */
public final class PartnerFold implements EventFold<StoredPartner> {
    private final EventDeserializer deserializer;

    public PartnerFold(EventDeserializer deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public StoredPartner next(
            @Nullable StoredPartner before, LoggedEvent logged, Envelope envelope) {
        PartnerEvent event = PartnerEventReader.fromAvro(deserializer.deserialize(logged.value()));
        if (before != null) {
            return new StoredPartner(
                    before.partner().apply(event, envelope.time()), before.request());
        }
        if (event instanceof PartnerEvent.Registered registered) {
            return new StoredPartner(
                    Partner.begin(registered, envelope.time()), StoredPartner.FORGOTTEN_REQUEST);
        }
        throw new IllegalStateException("The first event of a partner is its registration");
    }
}
