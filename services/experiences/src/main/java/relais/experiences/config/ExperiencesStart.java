package relais.experiences.config;

import com.mongodb.MongoException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import relais.consumer.EventConsumer;
import relais.events.EventSerializer;
import relais.events.RegistryUnavailable;
import relais.events.UnknownSchema;
import relais.experiences.adapter.mongo.MongoDrafts;
import relais.experiences.adapter.mongo.MongoExperiences;
import relais.experiences.domain.PartnerFact;
import relais.outbox.OutboxRelay;

/**
 * What must be true before the first request: the indexes exist and the registry knows the schemas.
 * It starts before the web server and stops after it, so that no request finds it otherwise. Kafka
 * is not needed: events wait in the outbox, and the replica of partners catches up later.
 */
@Component
final class ExperiencesStart implements SmartLifecycle {

    private final ExperiencesProperties properties;
    private final RegistryProperties registry;
    private final MongoExperiences experiences;
    private final MongoDrafts drafts;
    private final EventSerializer serializer;
    private final OutboxRelay relay;
    private final EventConsumer<PartnerFact> consumer;
    private volatile boolean running;

    ExperiencesStart(
            ExperiencesProperties properties,
            RegistryProperties registry,
            MongoExperiences experiences,
            MongoDrafts drafts,
            EventSerializer serializer,
            OutboxRelay relay,
            EventConsumer<PartnerFact> consumer) {
        this.properties = properties;
        this.registry = registry;
        this.experiences = experiences;
        this.drafts = drafts;
        this.serializer = serializer;
        this.relay = relay;
        this.consumer = consumer;
    }

    @Override
    public void start() {
        PatientStart patience = new PatientStart(properties.startWithin());
        resolveSchemas(patience);
        createIndexes(patience);
        relay.start();
        consumer.start();
        running = true;
    }

    private void resolveSchemas(PatientStart patience) {
        try {
            patience.run(
                    "Looking up schemas",
                    RegistryUnavailable.class::isInstance,
                    serializer::resolve);
        } catch (UnknownSchema e) {
            throw new CannotStart(
                    "The schema registry lacks a schema: " + e.getMessage(),
                    "Run the registrar against " + registry.url() + ", then start again.",
                    e);
        } catch (RegistryUnavailable e) {
            throw new CannotStart(
                    String.valueOf(e.getMessage()),
                    "Start the schema registry, or set RELAIS_REGISTRY_URL to where it is.",
                    e);
        }
    }

    private void createIndexes(PatientStart patience) {
        try {
            patience.run(
                    "Creating indexes",
                    MongoException.class::isInstance,
                    () -> {
                        experiences.ensureIndexes();
                        drafts.ensureIndexes();
                    });
        } catch (MongoException e) {
            throw new CannotStart(
                    "MongoDB does not do what the service needs: " + e.getMessage(),
                    "Start MongoDB, or set RELAIS_MONGODB_URI to where it is.",
                    e);
        }
    }

    @Override
    public void stop() {
        running = false;
        consumer.stop();
        relay.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Below that of the web server: started before it, stopped after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
