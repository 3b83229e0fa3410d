package relais.observability;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where spans go.
 *
 * @param endpoint takes OTLP over HTTP, such as {@code http://otel-collector:4318/v1/traces}; blank
 *     for none: then nothing is traced
 * @param probability of a request that begins a trace to be traced, from 0 to 1. One that comes
 *     with a {@code traceparent} is traced if its sender says so
 */
@ConfigurationProperties("relais.tracing")
record TracingProperties(String endpoint, double probability) {

    TracingProperties {
        if (probability < 0 || probability > 1) {
            throw new IllegalArgumentException(
                    "relais.tracing.probability is " + probability + ", not from 0 to 1");
        }
    }

    boolean isOn() {
        return !endpoint.isBlank();
    }
}
