package relais.events;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** A registry in memory, that counts the questions it is asked and can be switched off. */
final class MapRegistry implements SchemaRegistry {

    private final Map<Integer, Schema> byId = new HashMap<>();
    private final Map<String, Integer> idBySubject = new HashMap<>();
    private boolean down;
    private int questions;

    static MapRegistry holding(Map<String, ? extends Iterable<Schema>> byTopic) {
        MapRegistry registry = new MapRegistry();
        byTopic.forEach(
                (topic, schemas) ->
                        schemas.forEach(
                                schema ->
                                        registry.add(EventSchemas.subject(topic, schema), schema)));
        return registry;
    }

    int add(String subject, Schema schema) {
        int id = byId.size() + 1;
        byId.put(id, schema);
        idBySubject.put(subject, id);
        return id;
    }

    void down(boolean isDown) {
        this.down = isDown;
    }

    int questions() {
        return questions;
    }

    @Override
    public int idOf(String subject, Schema schema) {
        answerable();
        Integer id = idBySubject.get(subject);
        if (id == null || !schema.equals(byId.get(id))) {
            throw new UnknownSchema("Nothing under " + subject);
        }
        return id;
    }

    @Override
    public Schema byId(int id) {
        answerable();
        Schema schema = byId.get(id);
        if (schema == null) {
            throw new UnknownSchema("Nothing under " + id);
        }
        return schema;
    }

    private void answerable() {
        questions++;
        if (down) {
            throw new RegistryUnavailable("Switched off", new IllegalStateException());
        }
    }
}
