package relais.feed.adapter.kafka;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import relais.consumer.EventReplay;
import relais.consumer.IncomingEvent;
import relais.events.EventDeserializer;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Projector;
import relais.feed.rebuild.Folds;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.ModelStorage;
import relais.feed.rebuild.Prints;
import relais.log.Envelope;
import relais.log.LoggedEvent;

/**
 * Folds the log's events as they would have been live: the same decoding, the same fold, the same
 * care for what comes twice, too early or cannot be read.
 */
public final class LogFolds implements Folds {

    private final EventDeserializer deserializer;
    private final ModelStorage modelStorage;
    private final MongoDatabase database;
    private final IntFunction<String> parked;
    private final Clock clock;

    /**
     * @param database where events are parked
     * @param parked the collection for that, by the model's number
     */
    public LogFolds(
            EventDeserializer deserializer,
            ModelStorage modelStorage,
            MongoDatabase database,
            IntFunction<String> parked,
            Clock clock) {
        this.deserializer = deserializer;
        this.modelStorage = modelStorage;
        this.database = database;
        this.parked = parked;
        this.clock = clock;
    }

    @Override
    public Fold open(Model model) {
        ModelStorage.PartitionStorage partitionStorage = modelStorage.open(model);
        var handler =
                new FeedEventHandler(
                        deserializer,
                        new Projector(partitionStorage, steps -> {}),
                        new SimpleMeterRegistry(),
                        clock,
                        () -> false);
        var replay = new EventReplay<>(handler, database, parked.apply(model.number()), clock);
        replay.begin();
        return new PartitionFold(partitionStorage, replay, model.order().asOf());
    }

    private static final class PartitionFold implements Fold {

        private final ModelStorage.PartitionStorage partitionStorage;
        private final EventReplay<CardEvent> replay;
        private final @Nullable Instant asOf;

        /** Aggregates of which an event is later than what is asked for: nothing more of them. */
        private final Set<String> ended = new HashSet<>();

        PartitionFold(
                ModelStorage.PartitionStorage partitionStorage,
                EventReplay<CardEvent> replay,
                @Nullable Instant asOf) {
            this.partitionStorage = partitionStorage;
            this.replay = replay;
            this.asOf = asOf;
        }

        @Override
        public void add(List<LoggedEvent> events) {
            var batch = new ArrayList<IncomingEvent>(events.size());
            for (LoggedEvent event : events) {
                if (asOf == null || hadHappened(event, asOf)) {
                    batch.add(new IncomingEvent(event));
                }
            }
            replay.deliver(batch);
            partitionStorage.flush();
        }

        /** A version is valid from its event's time, but never from before the one before it. */
        private boolean hadHappened(LoggedEvent event, Instant instant) {
            Envelope envelope = Envelope.of(event.headers());
            if (envelope == null) {
                return true;
            }
            if (envelope.time().isAfter(instant)) {
                ended.add(envelope.aggregateId());
            }
            return !ended.contains(envelope.aggregateId());
        }

        @Override
        public Prints finish() {
            return partitionStorage.finish();
        }
    }
}
