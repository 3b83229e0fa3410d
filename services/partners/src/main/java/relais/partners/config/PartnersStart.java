package relais.partners.config;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.mongo.Indexed;
import relais.events.EventSerializer;
import relais.outbox.OutboxRelay;
import relais.recovery.Recovery;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/**
 * The registry must know the schemas and the indexes must exist before the first request. Kafka is
 * not needed: events wait in the outbox.
 */
@Component
final class PartnersStart extends ServiceStart {

    private final StartSteps steps;
    private final List<Indexed> collections;
    private final EventSerializer serializer;
    private final OutboxRelay relay;
    private final Recovery recovery;

    PartnersStart(
            StartSteps steps,
            List<Indexed> collections,
            EventSerializer serializer,
            OutboxRelay relay,
            Recovery recovery) {
        this.steps = steps;
        this.collections = collections;
        this.serializer = serializer;
        this.relay = relay;
        this.recovery = recovery;
    }

    @Override
    protected void open() {
        steps.resolveSchemas(serializer);
        steps.createIndexes(() -> collections.forEach(Indexed::ensureIndexes));
        recovery.start();
        relay.start();
    }

    @Override
    protected void close() {
        recovery.stop();
        relay.close();
    }
}
