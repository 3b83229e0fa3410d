package relais.aggregates.log;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import relais.aggregates.Change;
import relais.aggregates.partner.Actor;
import relais.aggregates.partner.Role;
import relais.events.EventMetadata;
import relais.events.EventSerializer;
import relais.outbox.OutboxRecord;
import relais.web.CorrelationId;

/**
 * Makes the Kafka records of a change.
 *
 * @param <S> the aggregate's state
 * @param <E> its events
 */
public final class EventRecords<S, E> implements Function<Change<S, E>, List<OutboxRecord>> {

    /**
     * For this service alone: which row of an archive it was, so that a row is known again also by
     * a store that comes back from the log.
     */
    static final String IMPORT_ROW = "ce_importrow";

    private final String topic;
    private final String source;
    private final PublishedLanguage<S, E> language;
    private final EventSerializer serializer;

    /**
     * @param topic of the service, which is named in {@code ce_source}
     * @param serializer resolved before the first event
     */
    public EventRecords(
            String topic, PublishedLanguage<S, E> language, EventSerializer serializer) {
        this.topic = topic;
        this.source = "/services/" + topic.substring(topic.lastIndexOf('.') + 1);
        this.language = language;
        this.serializer = serializer;
    }

    @Override
    public List<OutboxRecord> apply(Change<S, E> change) {
        return IntStream.range(0, change.events().size()).mapToObj(i -> record(change, i)).toList();
    }

    private OutboxRecord record(Change<S, E> change, int index) {
        S after = change.after();
        SpecificRecord event = language.toAvro(change.id(), change.events().get(index));
        long version = change.previousVersion() + index + 1;
        EventMetadata metadata =
                new EventMetadata(
                        change.id(),
                        version,
                        event.getSchema().getFullName(),
                        source,
                        change.at(),
                        language.territory().apply(after),
                        language.partner().apply(after),
                        mandate(change.actor()),
                        CorrelationId.current(),
                        cause(change, version, index),
                        change.archive());
        return new OutboxRecord(
                topic,
                language.home().apply(after),
                serializer.serialize(event),
                headers(metadata, change.importRow()));
    }

    private static Map<String, String> headers(EventMetadata metadata, @Nullable String importRow) {
        Map<String, String> headers = metadata.toHeaders();
        if (Span.current().getSpanContext().isSampled()) {
            // CloudEvents' extension for tracing: the trace in which the event was made, not sent.
            W3CTraceContextPropagator.getInstance()
                    .inject(
                            Context.current(),
                            headers,
                            (_, name, value) -> headers.put("ce_" + name, value));
        }
        if (importRow != null) {
            headers.put(IMPORT_ROW, importRow);
        }
        return headers;
    }

    private static @Nullable String mandate(Actor actor) {
        return actor.is(Role.SERVICE) ? null : actor.mandate();
    }

    /** Whoever changes an aggregate answers its last event, unless another one made them. */
    private @Nullable String cause(Change<?, ?> change, long version, int index) {
        if (index == 0 && change.cause() != null) {
            return change.cause();
        }
        return version == 1 || !language.namesPrevious() ? null : change.id() + ":" + (version - 1);
    }
}
