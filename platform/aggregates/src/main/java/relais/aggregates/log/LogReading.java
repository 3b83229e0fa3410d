package relais.aggregates.log;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.slf4j.MDC;
import relais.aggregates.Cause;
import relais.aggregates.StillBusyException;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.RegistryUnavailable;
import relais.outbox.OutboxFullException;
import relais.web.CorrelationId;

/** Reads from the log those types of events that a handler wants. */
public final class LogReading {

    private final EventDeserializer deserializer;
    private final Set<String> wanted;

    public LogReading(EventDeserializer deserializer, Schema... wanted) {
        this.deserializer = deserializer;
        this.wanted =
                Stream.of(wanted).map(Schema::getFullName).collect(Collectors.toUnmodifiableSet());
    }

    public boolean wants(Map<String, String> headers) {
        return wanted.contains(headers.getOrDefault("ce_type", ""));
    }

    public SpecificRecord read(IncomingEvent event) {
        return deserializer.deserialize(event.value());
    }

    /**
     * @throws IllegalArgumentException if a header is missing or makes no sense
     */
    public static EventMetadata metadata(IncomingEvent event) {
        return EventMetadata.fromHeaders(event.headers());
    }

    public static Cause cause(IncomingEvent event) {
        EventMetadata metadata = metadata(event);
        return new Cause(metadata.id(), metadata.archive() ? metadata.time() : null);
    }

    /** What is written while this is open belongs to the request that led to the event. */
    public static MDC.MDCCloseable correlating(IncomingEvent event) {
        EventMetadata metadata = metadata(event);
        String request = metadata.correlationId();
        return MDC.putCloseable(CorrelationId.KEY, request == null ? metadata.id() : request);
    }

    /** The last version of each aggregate. */
    public static Map<String, Long> versions(List<? extends HandledEvent<?>> batch) {
        Map<String, Long> versions = new HashMap<>();
        batch.forEach(
                event ->
                        versions.merge(
                                event.source().aggregateId(),
                                event.source().sequence(),
                                Math::max));
        return versions;
    }

    /**
     * Whether a failure is of the moment, besides those of MongoDB: a registry that is away, events
     * that cannot leave, others that are always faster.
     */
    public static boolean isOfTheMoment(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(
                        cause ->
                                cause instanceof RegistryUnavailable
                                        || cause instanceof OutboxFullException
                                        || cause instanceof StillBusyException);
    }
}
