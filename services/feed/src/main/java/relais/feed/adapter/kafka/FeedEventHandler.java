package relais.feed.adapter.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.consumer.EventHandler;
import relais.consumer.HandledEvent;
import relais.consumer.IncomingEvent;
import relais.consumer.TransientFailure;
import relais.events.EventDeserializer;
import relais.events.EventMetadata;
import relais.events.EventSchemas;
import relais.events.RegistryUnavailable;
import relais.events.UndecodableEvent;
import relais.feed.projection.CardEvent;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Projector;
import relais.feed.projection.Stamp;
import relais.feed.projection.Step;

/** Takes the log's events to the projection. */
public final class FeedEventHandler implements EventHandler<CardEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FeedEventHandler.class);

    /** Of so few the consumer logs each: more is catching up, and gets one line. */
    private static final int LOGGED_ONE_BY_ONE = 20;

    private static final Duration[] VISIBLE = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30)
    };

    private final EventDeserializer deserializer;
    private final Projector projector;
    private final Set<String> known;
    private final Timer untilVisible;
    private final Timer postToVisible;
    private final Clock clock;
    private final BooleanSupplier isNews;

    /**
     * Translates with this deserializer and applies with this projector.
     *
     * @param meters gets {@code relais.feed.until.visible}, from the log's append to visible, and
     *     {@code relais.feed.post.to.visible}, from the event's own time, by the clocks of two
     *     processes; what an archive tells of is not counted there
     * @param isNews whether readers see what is projected: the rest is no matter for meters and
     *     logs
     */
    public FeedEventHandler(
            EventDeserializer deserializer,
            Projector projector,
            MeterRegistry meters,
            Clock clock,
            BooleanSupplier isNews) {
        this.deserializer = deserializer;
        this.projector = projector;
        this.clock = clock;
        this.isNews = isNews;
        this.untilVisible =
                Timer.builder("relais.feed.until.visible")
                        .description("From an event's append to the log until readers can see it")
                        .serviceLevelObjectives(VISIBLE)
                        .register(meters);
        this.postToVisible =
                Timer.builder("relais.feed.post.to.visible")
                        .description("From a change until readers can see it, the outbox included")
                        .serviceLevelObjectives(VISIBLE)
                        .register(meters);
        this.known =
                EventSchemas.byTopic().values().stream()
                        .flatMap(List::stream)
                        .map(Schema::getFullName)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** A type of a later release is counted, not decoded: its card goes on without it. */
    @Override
    public boolean wants(Map<String, String> headers) {
        return known.contains(headers.getOrDefault("ce_type", ""));
    }

    @Override
    public CardEvent decode(IncomingEvent event) {
        SpecificRecord record;
        try {
            record = deserializer.deserialize(event.value());
        } catch (RegistryUnavailable away) {
            throw new TransientFailure("The schema registry is away", away);
        }
        String type = record.getSchema().getFullName();
        if (!type.equals(event.type())) {
            throw new UndecodableEvent(
                    "The header ce_type says " + event.type() + ", the bytes are a " + type, null);
        }
        return event(event, record);
    }

    @Override
    public Map<String, Long> versionsOf(Collection<String> aggregateIds) {
        return projector.versions(new LinkedHashSet<>(aggregateIds));
    }

    @Override
    public void handle(List<HandledEvent<CardEvent>> batch) {
        List<CardEvent> events = events(batch);
        if (!isNews.getAsBoolean()) {
            projector.apply(events);
            return;
        }
        ProjectionSpans spans = ProjectionSpans.begin(batch);
        List<Step> steps;
        try {
            steps = projector.apply(events);
        } finally {
            spans.end();
        }
        Instant now = clock.instant();
        for (int i = 0; i < batch.size(); i++) {
            visible(batch.get(i).source(), events.get(i).stamp(), now);
        }
        if (batch.size() > LOGGED_ONE_BY_ONE) {
            LOG.info("Projected {} of {} events", steps.size(), batch.size());
        }
    }

    private void visible(IncomingEvent event, Stamp stamp, Instant now) {
        untilVisible.record(Duration.between(event.appendedAt(), now));
        if (!stamp.archive()) {
            postToVisible.record(Duration.between(stamp.time(), now));
        }
        ProjectionSpans.visible(event, stamp, now);
    }

    private static List<CardEvent> events(List<HandledEvent<CardEvent>> batch) {
        List<CardEvent> events = new ArrayList<>(batch.size());
        for (HandledEvent<CardEvent> handled : batch) {
            CardEvent event = handled.payload();
            events.add(event == null ? event(handled.source(), null) : event);
        }
        return events;
    }

    private static CardEvent event(IncomingEvent event, @Nullable SpecificRecord data) {
        EventMetadata metadata = EventMetadata.fromHeaders(event.headers());
        return new CardEvent(
                new Stamp(
                        metadata.aggregateId(),
                        metadata.sequence(),
                        metadata.time(),
                        metadata.partner(),
                        metadata.correlationId(),
                        metadata.archive(),
                        new LogPosition(event.topic(), event.partition(), event.offset())),
                metadata.territory(),
                data);
    }
}
