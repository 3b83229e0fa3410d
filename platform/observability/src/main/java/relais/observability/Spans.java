package relais.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingReceiverTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelPropagator;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.List;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** OpenTelemetry's SDK, and what makes spans of Micrometer's observations. */
final class Spans {

    private Spans() {}

    /**
     * @param probability of a trace that begins here; one that another process began is traced as
     *     that one decided
     */
    static OpenTelemetrySdk telemetry(String service, double probability, SpanProcessor sending) {
        Attributes name = Attributes.of(AttributeKey.stringKey("service.name"), service);
        return OpenTelemetrySdk.builder()
                .setTracerProvider(
                        SdkTracerProvider.builder()
                                .setResource(Resource.getDefault().merge(Resource.create(name)))
                                .setSampler(
                                        Sampler.parentBased(Sampler.traceIdRatioBased(probability)))
                                .addSpanProcessor(sending)
                                .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build();
    }

    /** Requests and calls are spans from now on, but for probes and measurements. */
    static void ofObservations(ObservationRegistry registry, OpenTelemetry telemetry) {
        Slf4JEventListener logContext = new Slf4JEventListener();
        ContextStorage.addWrapper(new EventPublishingContextWrapper(logContext::onEvent));
        Tracer spans = telemetry.getTracer("relais");
        OtelTracer tracer =
                new OtelTracer(spans, new OtelCurrentTraceContext(), logContext::onEvent);
        OtelPropagator propagator = new OtelPropagator(telemetry.getPropagators(), spans);
        registry.observationConfig()
                .observationHandler(
                        new OfPeople(
                                List.of(
                                        new PropagatingSenderTracingObservationHandler<>(
                                                tracer, propagator),
                                        new PropagatingReceiverTracingObservationHandler<>(
                                                tracer, propagator),
                                        new DefaultTracingObservationHandler(tracer))));
    }

    /** The first that fits; none for what operators' tools ask every few seconds. */
    private static final class OfPeople
            extends ObservationHandler.FirstMatchingCompositeObservationHandler {

        OfPeople(List<ObservationHandler<? extends Observation.Context>> handlers) {
            super(handlers);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return !(context instanceof ServerRequestObservationContext request
                            && request.getCarrier() != null
                            && request.getCarrier().getRequestURI().startsWith("/actuator/"))
                    && super.supportsContext(context);
        }
    }
}
