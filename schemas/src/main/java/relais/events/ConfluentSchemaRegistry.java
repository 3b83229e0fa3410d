package relais.events;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.security.SslFactory;

/**
 * A registry that speaks Confluent's API, through Confluent's own client. The only class that knows
 * that client, whose Avro classes are renamed copies: schemas cross as JSON text.
 *
 * <p>Opens no connection before it is asked something. Caches nothing: the caller keeps the answer.
 */
public final class ConfluentSchemaRegistry implements SchemaRegistry {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(5);
    private static final String FULL_TRANSITIVE = "FULL_TRANSITIVE";

    private final String url;
    private final RestService client;

    /**
     * @param url root of the API, such as {@code http://localhost:8090/apis/ccompat/v7}
     */
    public ConfluentSchemaRegistry(String url) {
        this(new RegistryConnection(url));
    }

    /**
     * @throws RuntimeException if its certificates cannot be read
     */
    public ConfluentSchemaRegistry(RegistryConnection connection) {
        this(connection, READ_TIMEOUT);
    }

    ConfluentSchemaRegistry(RegistryConnection connection, Duration readTimeout) {
        this.url = connection.url();
        this.client = new RestService(url);
        Map<String, String> settings = connection.settings();
        client.configure(settings);
        if (connection.truststore() != null) {
            SSLContext trusted = new SslFactory(settings).sslContext();
            client.setSslSocketFactory(trusted.getSocketFactory());
        }
        client.setHttpConnectTimeoutMs(Math.toIntExact(CONNECT_TIMEOUT.toMillis()));
        client.setHttpReadTimeoutMs(Math.toIntExact(readTimeout.toMillis()));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return ask(() -> client.lookUpSubjectVersion(schema.toString(), subject).getId());
    }

    /**
     * {@inheritDoc}
     *
     * @throws RegistryUnavailable also if the registry lacks schemas of this build, which are
     *     registered before anything is written with them: one that has just started answers before
     *     it has read its log to the end
     */
    @Override
    public Schema byId(int id) {
        String text;
        try {
            text = ask(() -> client.getId(id).getSchemaString());
        } catch (UnknownSchema unknown) {
            requireSchemasOfThisBuild();
            throw unknown;
        }
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw new UnknownSchema(
                    "The schema with id " + id + " is not an Avro schema: " + e.getMessage());
        }
    }

    private void requireSchemasOfThisBuild() {
        EventSchemas.registered()
                .forEach(
                        (topic, schemas) ->
                                schemas.forEach(
                                        schema ->
                                                require(
                                                        EventSchemas.subject(topic, schema),
                                                        schema)));
    }

    private void require(String subject, Schema schema) {
        try {
            idOf(subject, schema);
        } catch (UnknownSchema missing) {
            throw new RegistryUnavailable(
                    "The schema registry at " + url + " does not know " + subject + " yet",
                    missing);
        }
    }

    /** Makes every later version of a subject readable by, and a reader of, every other. */
    void requireFullTransitive(String subject) {
        ask(() -> client.updateCompatibility(FULL_TRANSITIVE, subject));
    }

    /** Registers a version; the answer is the registry's reason if it refuses. */
    Optional<String> register(String subject, Schema schema) {
        try {
            client.registerSchema(schema.toString(), subject);
            return Optional.empty();
        } catch (RestClientException e) {
            if (e.getStatus() == 409 || e.getStatus() == 422) {
                return Optional.of(words(e));
            }
            throw translated(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    private <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (RestClientException e) {
            throw translated(e);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    /**
     * Confluent's codes 404xx mean that the registry looked and found nothing; a bare 404 is some
     * other server.
     */
    private RuntimeException translated(RestClientException e) {
        if (e.getErrorCode() / 100 == 404) {
            return new UnknownSchema(words(e));
        }
        String answer = "The schema registry at " + url + " answered " + e.getStatus();
        if (e.getStatus() == 404) {
            return new RegistryUnavailable(answer + ": is this the root of its Confluent API?", e);
        }
        return new RegistryUnavailable(answer + ": " + words(e), e);
    }

    private static String words(RestClientException e) {
        return requireNonNullElse(e.getMessage(), "no reason given");
    }

    private RegistryUnavailable unavailable(IOException e) {
        return new RegistryUnavailable(
                "The schema registry at " + url + " does not answer: " + e.getMessage(), e);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }
}
