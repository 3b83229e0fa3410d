package relais.feed.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.ConsumerSettings;
import relais.consumer.EventConsumer;
import relais.consumer.ParkedEvents;
import relais.events.EventDeserializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.feed.adapter.http.ModelReadState;
import relais.feed.adapter.http.ReadYourWrite;
import relais.feed.adapter.http.Readers;
import relais.feed.adapter.http.StreamHub;
import relais.feed.adapter.kafka.FeedEventHandler;
import relais.feed.adapter.kafka.KafkaGroups;
import relais.feed.adapter.mongo.MongoFeed;
import relais.feed.adapter.mongo.MongoFeeds;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.adapter.mongo.PartitionDigests;
import relais.feed.projection.Projector;
import relais.feed.query.Activities;
import relais.feed.query.Agenda;
import relais.feed.query.Cards;
import relais.feed.query.NoModel;
import relais.feed.query.ProvenFigures;
import relais.feed.query.Vocabulary;
import relais.feed.rebuild.CurrentModel;
import relais.feed.rebuild.ModelKeeper;
import relais.log.Log;
import relais.start.KafkaProperties;
import relais.territories.Territories;
import relais.web.ReadState;

/** The way in: from the log to the read model. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class ProjectionConfiguration {

    static final List<String> TOPICS =
            List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS);

    /** How long a figure waits for the model to stand still. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean
    Territories territories() {
        return Territories.load();
    }

    @Bean
    MongoFeeds mongoFeeds(
            MongoDatabase database, Territories territories, CurrentModel current, Clock clock) {
        return new MongoFeeds(database, territories, current::serving, clock);
    }

    @Bean
    Cards cards(MongoFeeds feeds) {
        return serving(Cards.class, () -> feeds.serving().cards());
    }

    @Bean
    Activities activities(MongoFeeds feeds) {
        return serving(Activities.class, () -> feeds.serving().activities());
    }

    @Bean
    Agenda agenda(MongoFeeds feeds) {
        return serving(Agenda.class, () -> feeds.serving().agenda());
    }

    @Bean
    Vocabulary vocabulary(MongoFeeds feeds) {
        return serving(Vocabulary.class, feeds::vocabulary);
    }

    /** Whichever model serves answers, asked for with every call. */
    private static <T> T serving(Class<T> type, Supplier<T> model) {
        return ProxyFactory.getProxy(
                type,
                new TargetSource() {
                    @Override
                    public Class<?> getTargetClass() {
                        return type;
                    }

                    @Override
                    public T getTarget() {
                        return model.get();
                    }
                });
    }

    @Bean
    EventDeserializer eventDeserializer(SchemaRegistry registry) {
        return new EventDeserializer(registry);
    }

    /** {@link ModelKeeping} starts and closes them. */
    @Bean(destroyMethod = "")
    ModelReaders modelReaders(
            FeedProperties properties,
            KafkaProperties kafka,
            KafkaGroups groups,
            MongoDatabase database,
            MongoFeeds feeds,
            CurrentModel current,
            EventDeserializer deserializer,
            Log log,
            ReadYourWrite readYourWrite,
            StreamHub streams,
            MeterRegistry meters,
            Clock clock) {
        return new ModelReaders(
                number -> {
                    var settings =
                            ConsumerSettings.of(groups.name(number), TOPICS, kafka.connection())
                                    .withThreads(properties.projectors())
                                    .withMaxPollRecords(properties.batch())
                                    .withParkedCollection(MongoModel.parked(number));
                    MongoFeed feed = feeds.of(number);
                    var projector =
                            new Projector(
                                    new GatedModel(number, feed.readModel(), current),
                                    steps -> {
                                        // What readers cannot see yet is no news to them.
                                        if (current.serves(number)) {
                                            readYourWrite.projected(number, steps);
                                            streams.wake();
                                        }
                                    });
                    var digests =
                            new PartitionDigests(new MongoModel(database, number)::digests, log);
                    var consumer =
                            new EventConsumer<>(
                                    settings,
                                    database,
                                    new FeedEventHandler(
                                            deserializer,
                                            projector,
                                            meters,
                                            clock,
                                            () -> current.serves(number)),
                                    new MovedModel(digests, feed.standing()),
                                    meters,
                                    clock);
                    return new ModelReader(consumer, digests);
                },
                feeds::forget);
    }

    /** The events that wait for the model that serves. */
    @Bean
    Supplier<ParkedEvents> parkedEvents(ModelReaders readers, CurrentModel current) {
        return () -> serving(readers, current).consumer().parked();
    }

    @Bean
    ProvenFigures provenFigures(ModelReaders readers, CurrentModel current) {
        return new ProvenFigures(
                current::serving, () -> serving(readers, current).standing(), PATIENCE);
    }

    /** Before a read is answered: nothing is computed for who has it already. */
    @Bean
    ReadState modelReadState(
            ModelReaders readers,
            MongoFeeds feeds,
            CurrentModel current,
            Readers views,
            Clock clock) {
        return new ModelReadState(
                () ->
                        readers.serving(current)
                                .map(
                                        _ -> {
                                            int number = current.serving();
                                            return new ModelReadState.Place(
                                                    number, feeds.of(number).standing());
                                        }),
                views,
                clock);
    }

    private static ModelReader serving(ModelReaders readers, CurrentModel current) {
        return readers.of(current.serving()).orElseThrow(NoModel::new);
    }

    @Bean
    ProjectionHealth projectionHealthIndicator(
            ModelReaders readers, CurrentModel current, ModelKeeper keeper) {
        return new ProjectionHealth(
                () -> readers.serving(current).map(reader -> reader.consumer().health()),
                keeper::inHand);
    }
}
