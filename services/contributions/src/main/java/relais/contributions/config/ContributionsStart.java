package relais.contributions.config;

import java.util.List;
import org.springframework.stereotype.Component;
import relais.aggregates.mongo.Indexed;
import relais.consumer.EventConsumer;
import relais.events.EventSerializer;
import relais.outbox.OutboxRelay;
import relais.recovery.Recovery;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/**
 * The indexes exist and the registry knows the schemas before the first request. Kafka is not
 * needed: events wait in the outbox, and the replicas catch up later.
 */
@Component
final class ContributionsStart extends ServiceStart {

    private final StartSteps steps;
    private final List<Indexed> collections;
    private final EventSerializer serializer;
    private final OutboxRelay relay;
    private final List<EventConsumer<?>> readers;
    private final Recovery recovery;

    ContributionsStart(
            StartSteps steps,
            List<Indexed> collections,
            EventSerializer serializer,
            OutboxRelay relay,
            List<EventConsumer<?>> readers,
            Recovery recovery) {
        this.steps = steps;
        this.collections = collections;
        this.serializer = serializer;
        this.relay = relay;
        this.readers = readers;
        this.recovery = recovery;
    }

    @Override
    protected void open() {
        steps.resolveSchemas(serializer);
        steps.createIndexes(() -> collections.forEach(Indexed::ensureIndexes));
        recovery.start();
        relay.start();
        readers.forEach(EventConsumer::start);
    }

    @Override
    protected void close() {
        recovery.stop();
        readers.forEach(EventConsumer::stop);
        relay.close();
    }
}
