package relais.aggregates.mongo;

import java.util.List;
import relais.consumer.EventConsumer;
import relais.events.EventSerializer;
import relais.outbox.OutboxRelay;
import relais.recovery.Recovery;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/**
 * The indexes exist and the registry knows the schemas before the first request. Kafka is not
 * needed: events wait in the outbox, and replicas catch up later.
 */
public final class AggregatesStart extends ServiceStart {

    private final StartSteps steps;
    private final List<Indexed> collections;
    private final EventSerializer serializer;
    private final OutboxRelay relay;
    private final List<EventConsumer<?>> readers;
    private final Recovery recovery;

    /**
     * @param readers whose beans have no destroy method of their own: they stop here
     */
    public AggregatesStart(
            StartSteps steps,
            List<Indexed> collections,
            EventSerializer serializer,
            OutboxRelay relay,
            List<EventConsumer<?>> readers,
            Recovery recovery) {
        this.steps = steps;
        this.collections = List.copyOf(collections);
        this.serializer = serializer;
        this.relay = relay;
        this.readers = List.copyOf(readers);
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
