package relais.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.consumer.ConsumerSettings;
import relais.consumer.EventConsumer;
import relais.consumer.EventHandler;
import relais.consumer.EventTraces;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.outbox.AggregateCollection;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;
import relais.outbox.StateMapper;
import relais.teststack.TestStack;

/** A trace goes on from the write through outbox and Kafka to the handler. */
class TraceIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry =
            Spans.telemetry("test", 1, SimpleSpanProcessor.create(exported));
    private final ObservationRegistry observations = ObservationRegistry.create();
    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final String name = "trace-" + UUID.randomUUID();
    private final MongoDatabase database = client.getDatabase(name.substring(0, 14));
    private final Handler handler = new Handler();

    @BeforeEach
    void trace() {
        GlobalOpenTelemetry.resetForTest();
        GlobalOpenTelemetry.set(telemetry);
        Spans.ofObservations(observations, telemetry);
        TestStack.shared().createTopic(name, 1);
    }

    @AfterEach
    void end() {
        GlobalOpenTelemetry.resetForTest();
        telemetry.close();
        database.drop();
        client.close();
    }

    @Test
    void oneWriteIsOneTraceOverOutboxConsumerAndHandler() {
        Span request = telemetry.getTracer("test").spanBuilder("a request").startSpan();
        try (OutboxRelay relay = relay();
                EventConsumer<String> consumer = consumer()) {
            var aggregates =
                    new AggregateCollection<>(
                            database.getCollection("aggregates"), new Text(), relay);
            relay.start();
            consumer.start();
            try (Scope _ = request.makeCurrent()) {
                aggregates.insert("a", 1, "text", List.of(record("a", made(request))));
            }
            request.end();
            aggregates.insert("b", 1, "text", List.of(record("b", Map.of())));

            await().atMost(SOON).until(() -> handler.versions.size() == 2);
            await().atMost(SOON).until(() -> exported.getFinishedSpanItems().size() == 4);
        }

        List<SpanData> spans = exported.getFinishedSpanItems();
        assertThat(spans).extracting(SpanData::getTraceId).containsOnly(traceId(request));
        SpanData sending = named(name + " send");
        SpanData processing = named(name + " process");
        assertThat(sending.getParentSpanId()).isEqualTo(request.getSpanContext().getSpanId());
        assertThat(sending.getKind()).isEqualTo(SpanKind.PRODUCER);
        assertThat(processing.getParentSpanId()).isEqualTo(sending.getSpanId());
        assertThat(processing.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(named("handle").getParentSpanId()).isEqualTo(processing.getSpanId());
    }

    private SpanData named(String wanted) {
        return exported.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no span " + wanted));
    }

    private static String traceId(Span span) {
        return span.getSpanContext().getTraceId();
    }

    private static Map<String, String> made(Span request) {
        return Map.of(
                "ce_traceparent",
                "00-" + traceId(request) + "-" + request.getSpanContext().getSpanId() + "-01");
    }

    private OutboxRecord record(String id, Map<String, String> trace) {
        Map<String, String> headers = new ConcurrentHashMap<>(trace);
        headers.putAll(
                Map.of(
                        "ce_id",
                        id + ":1",
                        "ce_subject",
                        id,
                        "ce_sequence",
                        "1",
                        "ce_type",
                        "Written"));
        return new OutboxRecord(name, id, id.getBytes(StandardCharsets.UTF_8), headers);
    }

    private OutboxRelay relay() {
        return new OutboxRelay(
                Map.of("bootstrap.servers", TestStack.shared().kafkaBootstrap()),
                new SimpleMeterRegistry(),
                observations,
                Clock.systemUTC(),
                OutboxSettings.defaults());
    }

    private EventConsumer<String> consumer() {
        return new EventConsumer<>(
                ConsumerSettings.of(
                        name,
                        List.of(name),
                        Map.of("bootstrap.servers", TestStack.shared().kafkaBootstrap())),
                database,
                handler,
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }

    private static final class Text implements StateMapper<String> {

        @Override
        public Document write(String state) {
            return new Document("text", state);
        }

        @Override
        public String read(Document document) {
            return document.getString("text");
        }
    }

    /** Makes a span of each event that is traced, as the feed does. */
    private static final class Handler implements EventHandler<String> {
        final Map<String, Long> versions = new ConcurrentHashMap<>();

        @Override
        public boolean wants(Map<String, String> headers) {
            return true;
        }

        @Override
        public String decode(IncomingEvent event) {
            return event.aggregateId();
        }

        @Override
        public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
            return Map.copyOf(versions);
        }

        @Override
        public void handle(List<HandledEvent<String>> batch) {
            for (HandledEvent<String> handled : batch) {
                Context handling = EventTraces.handling(handled.source());
                if (Span.fromContext(handling).getSpanContext().isValid()) {
                    EventTraces.tracer()
                            .spanBuilder("handle")
                            .setParent(handling)
                            .startSpan()
                            .end();
                }
                versions.put(handled.source().aggregateId(), handled.source().sequence());
            }
        }
    }
}
