package relais.partners.config;

import org.springframework.stereotype.Component;
import relais.events.EventSerializer;
import relais.outbox.OutboxRelay;
import relais.partners.adapter.mongo.MongoPartners;
import relais.partners.adapter.mongo.MongoPersons;
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
    private final MongoPartners partners;
    private final MongoPersons persons;
    private final EventSerializer serializer;
    private final OutboxRelay relay;
    private final Recovery recovery;

    PartnersStart(
            StartSteps steps,
            MongoPartners partners,
            MongoPersons persons,
            EventSerializer serializer,
            OutboxRelay relay,
            Recovery recovery) {
        this.steps = steps;
        this.partners = partners;
        this.persons = persons;
        this.serializer = serializer;
        this.relay = relay;
        this.recovery = recovery;
    }

    @Override
    protected void open() {
        steps.resolveSchemas(serializer);
        steps.createIndexes(
                () -> {
                    partners.createIndexes();
                    persons.createIndexes();
                });
        recovery.start();
        relay.start();
    }

    @Override
    protected void close() {
        recovery.stop();
        relay.close();
    }
}
