package relais.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Registers every event type of this build, each subject under FULL_TRANSITIVE compatibility:
 * history is replayed for ever, so every version reads every other. Some at a time, since a
 * registry takes most of its time to write a version down.
 *
 * <p>Running it again changes nothing. Run it before the services of a build start: they never
 * register anything.
 */
public final class Registrar {

    private static final int AT_A_TIME = 8;

    private final ConfluentSchemaRegistry registry;
    private final Map<String, List<Schema>> schemasByTopic;

    /**
     * @param url root of the registry's Confluent API, such as {@code
     *     http://localhost:8090/apis/ccompat/v7}
     */
    public Registrar(String url) {
        this(new RegistryConnection(url));
    }

    /** For a registry that lets only some in. */
    public Registrar(RegistryConnection connection) {
        this(new ConfluentSchemaRegistry(connection), EventSchemas.registered());
    }

    Registrar(ConfluentSchemaRegistry registry, Map<String, List<Schema>> schemasByTopic) {
        this.registry = registry;
        this.schemasByTopic = schemasByTopic;
    }

    /**
     * One refusal does not keep the others from being registered.
     *
     * @throws RegistryUnavailable if no answer came in time; running it again goes on where it
     *     stopped
     */
    public Report register() {
        return new Report(
                schemasByTopic.entrySet().stream()
                        .flatMap(
                                topic ->
                                        topic.getValue().stream()
                                                .map(schema -> Map.entry(topic.getKey(), schema)))
                        .gather(
                                Gatherers.mapConcurrent(
                                        AT_A_TIME,
                                        each -> register(each.getKey(), each.getValue())))
                        .toList());
    }

    private Line register(String topic, Schema schema) {
        String subject = EventSchemas.subject(topic, schema);
        boolean existed = requireFullTransitive(subject);
        if (existed && isRegistered(subject, schema)) {
            return new Line(topic, schema.getFullName(), Outcome.UNCHANGED, null);
        }
        Optional<String> refusal = registry.register(subject, schema);
        if (refusal.isPresent()) {
            return new Line(topic, schema.getFullName(), Outcome.REFUSED, refusal.get());
        }
        if (!existed) {
            registry.requireFullTransitive(subject);
        }
        return new Line(topic, schema.getFullName(), Outcome.NEW, null);
    }

    /**
     * Some registries set the rule of a subject only once it exists; its first version needs none.
     */
    private boolean requireFullTransitive(String subject) {
        try {
            registry.requireFullTransitive(subject);
            return true;
        } catch (UnknownSchema e) {
            return false;
        }
    }

    private boolean isRegistered(String subject, Schema schema) {
        try {
            registry.idOf(subject, schema);
            return true;
        } catch (UnknownSchema e) {
            return false;
        }
    }

    /** What became of one schema. */
    public enum Outcome {
        NEW,
        UNCHANGED,
        REFUSED
    }

    /**
     * @param type full name of the event's record
     * @param reason the registry's words, if it refused
     */
    public record Line(String topic, String type, Outcome outcome, @Nullable String reason) {}

    /** What became of every schema, in topic order. */
    public record Report(List<Line> lines) {

        /** Whether the registry holds every schema of this build now. */
        public boolean isComplete() {
            return count(Outcome.REFUSED) == 0;
        }

        public long count(Outcome outcome) {
            return lines.stream().filter(line -> line.outcome() == outcome).count();
        }
    }
}
