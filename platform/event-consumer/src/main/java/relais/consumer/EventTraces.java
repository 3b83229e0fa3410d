package relais.consumer;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with the traces of a batch's events: one span for each event whose request is traced,
 * from the poll to the store's acknowledgement. Spring Kafka observes records one by one, or a
 * batch without the traces of its records.
 *
 * <p>Nothing is done for events without a trace.
 */
public final class EventTraces implements AutoCloseable {

    private static final ContextKey<IdentityHashMap<IncomingEvent, Context>> IN_HAND =
            ContextKey.named("relais.events");

    /** Where the record was sent, as Kafka's clients have it; else where the event was made. */
    private static final TextMapGetter<Map<String, String>> SENT =
            new HeaderGetter(
                    (headers, name) -> headers.getOrDefault(name, headers.get("ce_" + name)));

    private static final TextMapGetter<Map<String, String>> MADE =
            new HeaderGetter((headers, name) -> headers.get("ce_" + name));

    private final IdentityHashMap<IncomingEvent, Context> inHand;

    private EventTraces(IdentityHashMap<IncomingEvent, Context> inHand) {
        this.inHand = inHand;
    }

    /**
     * @param group who handles them
     */
    static EventTraces begin(List<IncomingEvent> batch, String group) {
        // By identity: to compare two events would be to compare their bytes.
        IdentityHashMap<IncomingEvent, Context> inHand = new IdentityHashMap<>();
        for (IncomingEvent event : batch) {
            Context sent = extract(event, SENT);
            if (Span.fromContext(sent).getSpanContext().isSampled()) {
                Span span =
                        tracer().spanBuilder(event.topic() + " process")
                                .setParent(sent)
                                .setSpanKind(SpanKind.CONSUMER)
                                .setAttribute("messaging.system", "kafka")
                                .setAttribute("messaging.consumer.group.name", group)
                                .setAttribute("messaging.destination.name", event.topic())
                                .setAttribute(
                                        "messaging.destination.partition.id",
                                        Integer.toString(event.partition()))
                                .setAttribute("messaging.kafka.offset", event.offset())
                                .startSpan();
                inHand.put(event, sent.with(span));
            }
        }
        return new EventTraces(inHand);
    }

    /** The trace of an event that is handled on this thread now; none if nobody traces it. */
    public static Context handling(IncomingEvent event) {
        IdentityHashMap<IncomingEvent, Context> inHand = Context.current().get(IN_HAND);
        return inHand == null ? Context.root() : inHand.getOrDefault(event, Context.root());
    }

    /** The request that made the event; none if nobody traces it. */
    public static Context made(IncomingEvent event) {
        return extract(event, MADE);
    }

    /** Makes spans; ones that nobody sees while tracing is off. */
    public static Tracer tracer() {
        return GlobalOpenTelemetry.getOrNoop().getTracer("relais");
    }

    /** In which the events are to be handled. */
    Context context() {
        Context current = Context.current();
        return inHand.isEmpty() ? current : current.with(IN_HAND, inHand);
    }

    void failed(RuntimeException failure) {
        inHand.values()
                .forEach(
                        context ->
                                Span.fromContext(context)
                                        .setStatus(StatusCode.ERROR, failure.toString()));
    }

    @Override
    public void close() {
        inHand.values().forEach(context -> Span.fromContext(context).end());
    }

    private static Context extract(IncomingEvent event, TextMapGetter<Map<String, String>> getter) {
        return W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), event.headers(), getter);
    }

    private interface Lookup {
        @Nullable String get(Map<String, String> headers, String name);
    }

    private record HeaderGetter(Lookup lookup) implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> headers) {
            return headers.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> headers, String name) {
            return headers == null ? null : lookup.get(headers, name);
        }
    }
}
