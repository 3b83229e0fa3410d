package relais.experiences.config;

import org.springframework.stereotype.Component;
import relais.aggregates.partner.PartnerFact;
import relais.consumer.EventConsumer;
import relais.events.EventSerializer;
import relais.experiences.draft.MongoDrafts;
import relais.experiences.experience.MongoExperiences;
import relais.outbox.OutboxRelay;
import relais.recovery.Recovery;
import relais.start.ServiceStart;
import relais.start.StartSteps;

/**
 * The registry must know the schemas and the indexes must exist before the first request. Kafka is
 * not needed: events wait in the outbox, and the replica of partners catches up later.
 */
@Component
final class ExperiencesStart extends ServiceStart {

    private final StartSteps steps;
    private final MongoExperiences experiences;
    private final MongoDrafts drafts;
    private final EventSerializer serializer;
    private final OutboxRelay relay;
    private final EventConsumer<PartnerFact> consumer;
    private final Recovery recovery;

    ExperiencesStart(
            StartSteps steps,
            MongoExperiences experiences,
            MongoDrafts drafts,
            EventSerializer serializer,
            OutboxRelay relay,
            EventConsumer<PartnerFact> consumer,
            Recovery recovery) {
        this.steps = steps;
        this.experiences = experiences;
        this.drafts = drafts;
        this.serializer = serializer;
        this.relay = relay;
        this.consumer = consumer;
        this.recovery = recovery;
    }

    @Override
    protected void open() {
        steps.resolveSchemas(serializer);
        steps.createIndexes(
                () -> {
                    experiences.ensureIndexes();
                    drafts.ensureIndexes();
                });
        recovery.start();
        relay.start();
        consumer.start();
    }

    @Override
    protected void close() {
        recovery.stop();
        consumer.stop();
        relay.close();
    }
}
