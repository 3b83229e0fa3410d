package relais.teststack;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code docs/api/asyncapi.json} and {@code docs/headers.md} say of the log is so. */
class AsyncApiTest {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final SchemaRegistry DRAFT_7 =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    /** Written beside the metadata: by imports, and where a request is traced. */
    private static final Set<String> OTHERS =
            Set.of("ce_importrow", "ce_traceparent", "ce_tracestate", "traceparent", "tracestate");

    private static final EventMetadata FULL = metadata("p-1", "m-1", "request", "x-1:1", true);
    private static final EventMetadata BARE = metadata(null, null, null, null, false);

    private final ObjectNode document = new AsyncApi(ReleasedEvent.sources()).document();

    @Test
    void thePublishedDescriptionIsThatOfTheSchemas() {
        new PublishedDescription(Path.of("..", "..", "docs", "api", "asyncapi.json"), null)
                .assertSaysWhat(document);
    }

    @Test
    void theDocumentIsAnAsyncApi() throws IOException {
        assertThat(faults(specification(), document)).isEmpty();
    }

    @Test
    void theSpecificationRefusesAnActionThatItDoesNotKnow() throws IOException {
        ((ObjectNode) document.at("/operations/write-partners")).put("action", "write");

        assertThat(faults(specification(), document)).anyMatch(fault -> fault.contains("action"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsString("$ref"))
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        reference ->
                                assertThat(document.at(reference.substring(1)).isObject())
                                        .as(reference)
                                        .isTrue());
    }

    @Test
    void everyEventIsAMessageOfItsChannel() {
        Map<String, List<String>> described =
                document.path("channels")
                        .valueStream()
                        .collect(
                                Collectors.toMap(
                                        channel -> channel.path("address").asString(),
                                        channel ->
                                                List.copyOf(
                                                        channel.path("messages").propertyNames())));

        EventSchemas.registered()
                .forEach(
                        (topic, events) ->
                                assertThat(described.get(topic))
                                        .containsExactlyElementsOf(
                                                events.stream()
                                                        .map(org.apache.avro.Schema::getName)
                                                        .toList()));
        assertThat(described).hasSameSizeAs(EventSchemas.registered());
    }

    @Test
    void thePageNamesTheHeadersThatARecordHas() {
        List<LogHeader> page = LogHeader.ofPage(ReleasedEvent.sources().resolve("docs/headers.md"));

        assertThat(page)
                .extracting(LogHeader::name)
                .filteredOn(name -> !OTHERS.contains(name))
                .containsExactlyInAnyOrderElementsOf(FULL.toHeaders().keySet());
        assertThat(page)
                .filteredOn(LogHeader::always)
                .extracting(LogHeader::name)
                .containsExactlyInAnyOrderElementsOf(BARE.toHeaders().keySet());
    }

    @Test
    void headersOfARecordFitTheirSchema() {
        Schema headers = DRAFT_7.getSchema(document.at("/components/schemas/Headers"));

        assertThat(faults(headers, MAPPER.valueToTree(FULL.toHeaders()))).isEmpty();
        assertThat(faults(headers, MAPPER.valueToTree(BARE.toHeaders()))).isEmpty();
        assertThat(faults(headers, MAPPER.valueToTree(Map.of("ce_id", "x:1")))).isNotEmpty();
    }

    private static List<String> faults(Schema schema, JsonNode value) {
        return schema.validate(value).stream().map(Error::toString).toList();
    }

    /** AsyncAPI 3.0.0's own schema, as its authors publish it. */
    private static Schema specification() throws IOException {
        try (InputStream packed =
                        AsyncApiTest.class.getResourceAsStream("/asyncapi-3.0.0.json.gz");
                InputStream text = new GZIPInputStream(requireNonNull(packed))) {
            return DRAFT_7.getSchema(MAPPER.readTree(text));
        }
    }

    private static EventMetadata metadata(
            @Nullable String partner,
            @Nullable String actor,
            @Nullable String correlation,
            @Nullable String causation,
            boolean archive) {
        return new EventMetadata(
                "x-1",
                1,
                "relais.events.experiences.ExperienceSubmitted",
                "/services/experiences",
                Instant.parse("2026-01-02T03:04:05Z"),
                "commune:25056",
                partner,
                actor,
                correlation,
                causation,
                archive);
    }
}
