package relais.events;

import org.apache.avro.Schema;

/** What reading and writing events need of a schema registry. Nothing here writes to it. */
public interface SchemaRegistry {

    /**
     * The identifier under which a subject knows a schema.
     *
     * @throws UnknownSchema if the subject does not exist or does not hold this schema
     * @throws RegistryUnavailable if no answer came in time
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with an identifier.
     *
     * @throws UnknownSchema if the registry has none
     * @throws RegistryUnavailable if no answer came in time, or none that can be relied on
     */
    Schema byId(int id);
}
