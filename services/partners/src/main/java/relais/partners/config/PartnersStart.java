package relais.partners.config;

import com.mongodb.MongoException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import relais.events.EventSerializer;
import relais.events.RegistryUnavailable;
import relais.events.UnknownSchema;
import relais.outbox.OutboxRelay;
import relais.partners.adapter.mongo.MongoPartners;
import relais.partners.adapter.mongo.MongoPersons;

/**
 * What must be true before the first request: the indexes exist and the registry knows the schemas.
 * It starts before the web server and stops after it, so that no request finds it otherwise. Kafka
 * is not needed: events wait in the outbox.
 */
@Component
final class PartnersStart implements SmartLifecycle {
    private final PartnersProperties properties;
    private final RegistryProperties registry;
    private final MongoPartners partners;
    private final MongoPersons persons;
    private final EventSerializer serializer;
    private final OutboxRelay relay;
    private volatile boolean running;

    PartnersStart(
            PartnersProperties properties,
            RegistryProperties registry,
            MongoPartners partners,
            MongoPersons persons,
            EventSerializer serializer,
            OutboxRelay relay) {
        this.properties = properties;
        this.registry = registry;
        this.partners = partners;
        this.persons = persons;
        this.serializer = serializer;
        this.relay = relay;
    }

    @Override
    public void start() {
        PatientStart patience = new PatientStart(properties.startWithin());
        resolveSchemas(patience);
        createIndexes(patience);
        relay.start();
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
                        partners.createIndexes();
                        persons.createIndexes();
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
