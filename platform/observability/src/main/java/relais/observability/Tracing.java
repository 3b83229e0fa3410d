package relais.observability;

import io.micrometer.observation.ObservationRegistry;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;

/**
 * Makes spans of what is observed anyhow, and sends them by OTLP, if there is an endpoint. Else it
 * does nothing: no SDK is made, and no thread is started.
 *
 * <p>Spans of events are made by who handles them, by {@link GlobalOpenTelemetry}.
 */
final class Tracing implements ObservationRegistryCustomizer<ObservationRegistry>, AutoCloseable {

    private static final Duration SEND_EVERY = Duration.ofSeconds(2);
    private static final Duration SEND_WITHIN = Duration.ofSeconds(5);

    private final TracingProperties properties;
    private final String service;
    private @Nullable OpenTelemetrySdk telemetry;

    Tracing(TracingProperties properties, String service) {
        this.properties = properties;
        this.service = service;
    }

    @Override
    public void customize(ObservationRegistry registry) {
        if (!properties.isOn()) {
            return;
        }
        // It drops what the endpoint does not take, and never holds a request up.
        BatchSpanProcessor sending =
                BatchSpanProcessor.builder(
                                OtlpHttpSpanExporter.builder()
                                        .setEndpoint(properties.endpoint())
                                        .setTimeout(SEND_WITHIN)
                                        .build())
                        .setScheduleDelay(SEND_EVERY)
                        .build();
        telemetry = Spans.telemetry(service, properties.probability(), sending);
        if (!GlobalOpenTelemetry.isSet()) {
            GlobalOpenTelemetry.set(telemetry);
        }
        Spans.ofObservations(registry, telemetry);
    }

    /** Sends what it has. */
    @Override
    public void close() {
        if (telemetry != null) {
            telemetry
                    .getSdkTracerProvider()
                    .shutdown()
                    .join(SEND_WITHIN.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
