package relais.outbox;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;

/**
 * Sends records to Kafka, and goes on with the trace in which an event was made: its context lies
 * with the record in the outbox, as CloudEvents' {@code ce_traceparent}. Sending is then observed
 * as {@code spring.kafka.template}, and the record gets a {@code traceparent} that leads there. A
 * record without it is not observed.
 */
final class Senders {

    private final KafkaTemplate<String, byte[]> plain;
    private final KafkaTemplate<String, byte[]> observed;

    Senders(ProducerFactory<String, byte[]> producers, ObservationRegistry observations) {
        this.plain = template(producers);
        this.observed = template(producers);
        observed.setObservationEnabled(true);
        observed.setObservationRegistry(observations);
    }

    private static KafkaTemplate<String, byte[]> template(
            ProducerFactory<String, byte[]> producers) {
        KafkaTemplate<String, byte[]> template = new KafkaTemplate<>(producers);
        // The circuit breaker has the log line, one for all records.
        template.setProducerListener(null);
        return template;
    }

    CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> message) {
        Context made =
                W3CTraceContextPropagator.getInstance()
                        .extract(Context.root(), message.headers(), new CloudEventsHeaders());
        if (!Span.fromContext(made).getSpanContext().isValid()) {
            return plain.send(message);
        }
        try (Scope _ = made.makeCurrent()) {
            return observed.send(message);
        }
    }

    private static final class CloudEventsHeaders implements TextMapGetter<Headers> {

        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null ? null : headers.lastHeader("ce_" + name);
            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
