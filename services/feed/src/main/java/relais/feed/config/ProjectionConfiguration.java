package relais.feed.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.ConsumerSettings;
import relais.consumer.EventConsumer;
import relais.consumer.ParkedEvents;
import relais.events.EventDeserializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.feed.adapter.http.ReadYourWrite;
import relais.feed.adapter.http.StreamHub;
import relais.feed.adapter.kafka.FeedEventHandler;
import relais.feed.adapter.mongo.LaneDigests;
import relais.feed.adapter.mongo.MongoFeed;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.Projector;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Cards;
import relais.feed.query.ProvenFigures;
import relais.log.kafka.KafkaLog;
import relais.start.KafkaProperties;
import relais.territories.Territories;

/** The way in: from the log to the read model. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class ProjectionConfiguration {

    private static final List<String> TOPICS =
            List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS);

    /** How long a figure waits for the model to stand still. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean
    Territories territories() {
        return Territories.load();
    }

    @Bean
    MongoModel mongoModel(MongoDatabase database) {
        return new MongoModel(database);
    }

    @Bean
    MongoFeed mongoFeed(MongoModel model, Territories territories) {
        return new MongoFeed(model, territories);
    }

    @Bean
    Cards cards(MongoFeed feed) {
        return feed.cards();
    }

    @Bean
    Activities activities(MongoFeed feed) {
        return feed.activities();
    }

    @Bean
    Agenda agenda(MongoFeed feed) {
        return feed.agenda();
    }

    @Bean
    Projector projector(MongoFeed feed, ReadYourWrite readYourWrite, StreamHub streams) {
        return new Projector(
                feed.readModel(),
                steps -> {
                    readYourWrite.projected(steps);
                    streams.wake();
                });
    }

    /** What the model was made of. Closed after the consumer, which tells it. */
    @Bean
    LaneDigests laneDigests(MongoModel model, KafkaProperties kafka) {
        return new LaneDigests(model::digests, new KafkaLog(TOPICS, kafka.connection()));
    }

    @Bean
    ProvenFigures provenFigures(LaneDigests digests, ParkedEvents parked) {
        return new ProvenFigures(() -> digests.standing(parked.count()), PATIENCE);
    }

    @Bean(destroyMethod = "")
    EventConsumer<FeedEvent> eventConsumer(
            FeedProperties properties,
            KafkaProperties kafka,
            MongoDatabase database,
            SchemaRegistry registry,
            Projector projector,
            LaneDigests digests,
            MeterRegistry meters,
            Clock clock) {
        var settings =
                ConsumerSettings.of(properties.group(), TOPICS, kafka.connection())
                        .withThreads(properties.projectors())
                        .withMaxPollRecords(properties.batch());
        return new EventConsumer<>(
                settings,
                database,
                new FeedEventHandler(new EventDeserializer(registry), projector, meters, clock),
                digests,
                meters,
                clock);
    }

    @Bean
    ParkedEvents parkedEvents(EventConsumer<FeedEvent> consumer) {
        return consumer.parked();
    }

    @Bean
    Projection projection(MongoModel model, EventConsumer<FeedEvent> consumer) {
        return new Projection(model, consumer);
    }

    @Bean
    ProjectionHealth projectionHealthIndicator(EventConsumer<FeedEvent> consumer) {
        return new ProjectionHealth(consumer);
    }
}
