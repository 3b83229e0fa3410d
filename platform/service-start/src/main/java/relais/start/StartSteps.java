package relais.start;

import com.mongodb.MongoException;
import relais.events.EventSerializer;
import relais.events.RegistryUnavailable;
import relais.events.UnknownSchema;

/**
 * The steps of a start that need another server: each waits for it with patience, and says in plain
 * words what is missing and what to do if it does not come.
 */
public final class StartSteps {
    private final PatientStart patience;
    private final String registryUrl;

    StartSteps(PatientStart patience, String registryUrl) {
        this.patience = patience;
        this.registryUrl = registryUrl;
    }

    /**
     * Has a serializer look up its schemas.
     *
     * @throws CannotStart if the registry is away or lacks one of them
     */
    public void resolveSchemas(EventSerializer serializer) {
        try {
            patience.run(
                    "Looking up schemas",
                    RegistryUnavailable.class::isInstance,
                    serializer::resolve);
        } catch (UnknownSchema e) {
            throw new CannotStart(
                    "The schema registry lacks a schema: " + e.getMessage(),
                    "Run the registrar against " + registryUrl + ", then start again.",
                    e);
        } catch (RegistryUnavailable e) {
            throw new CannotStart(
                    String.valueOf(e.getMessage()),
                    "Start the schema registry, or set RELAIS_REGISTRY_URL to where it is.",
                    e);
        }
    }

    /**
     * Has the indexes made; making them again does no harm.
     *
     * @throws CannotStart if MongoDB is away or refuses
     */
    public void createIndexes(Runnable creation) {
        try {
            patience.run("Creating indexes", MongoException.class::isInstance, creation);
        } catch (MongoException e) {
            throw new CannotStart(
                    "MongoDB does not do what the service needs: " + e.getMessage(),
                    "Start MongoDB, or set RELAIS_MONGODB_URI to where it is.",
                    e);
        }
    }
}
