package relais.feed.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.consumer.EventReplay;
import relais.events.EventDeserializer;
import relais.feed.adapter.kafka.KafkaGroups;
import relais.feed.adapter.kafka.LogFolds;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.adapter.mongo.MongoModelStorage;
import relais.feed.adapter.mongo.MongoModels;
import relais.feed.rebuild.BuildContext;
import relais.feed.rebuild.CurrentModel;
import relais.feed.rebuild.ModelKeeper;
import relais.feed.rebuild.ModelStorage;
import relais.feed.rebuild.Models;
import relais.feed.rebuild.Rebuilds;
import relais.feed.rebuild.Work;
import relais.log.Log;
import relais.log.LogUnavailable;
import relais.log.kafka.KafkaLog;
import relais.start.KafkaProperties;
import relais.territories.Territories;

/** Models beside the one that serves: building, comparing, switching, dropping. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {

    @Bean
    Models models(MongoDatabase database) {
        return new MongoModels(database);
    }

    @Bean
    CurrentModel currentModel(Models models) {
        return new CurrentModel(models, System::nanoTime);
    }

    @Bean
    ModelStorage modelStorage(
            MongoDatabase database,
            Territories territories,
            FeedProperties properties,
            Clock clock) {
        return new MongoModelStorage(
                database, territories, clock, properties.rebuild().memoryOfEach());
    }

    /** {@link ModelKeeping} closes it. */
    @Bean(destroyMethod = "")
    KafkaGroups kafkaGroups(FeedProperties properties, KafkaProperties kafka) {
        return new KafkaGroups(properties.group(), kafka.connection());
    }

    @Bean
    Log log(KafkaProperties kafka) {
        return new KafkaLog(ProjectionConfiguration.TOPICS, kafka.connection());
    }

    @Bean
    Rebuilds rebuilds(
            Models models,
            ModelStorage modelStorage,
            KafkaGroups groups,
            Log log,
            CurrentModel current,
            Clock clock) {
        return new Rebuilds(
                models,
                modelStorage,
                groups,
                log,
                current,
                System::nanoTime,
                clock,
                UUID::randomUUID);
    }

    @Bean
    ModelKeeper modelKeeper(
            FeedProperties properties,
            Models models,
            ModelStorage modelStorage,
            KafkaGroups groups,
            Log log,
            CurrentModel current,
            Rebuilds rebuilds,
            ModelReaders readers,
            EventDeserializer deserializer,
            MongoDatabase database,
            MeterRegistry meters,
            Clock clock) {
        var keeper =
                new ModelKeeper(
                        new BuildContext(
                                models,
                                modelStorage,
                                groups,
                                new LogFolds(
                                        deserializer,
                                        modelStorage,
                                        database,
                                        MongoModel::parked,
                                        clock),
                                log,
                                rebuilds,
                                clock,
                                properties.rebuild().threads(),
                                properties.rebuild().lease(),
                                RebuildConfiguration::passes),
                        readers,
                        current,
                        System::nanoTime,
                        UUID.randomUUID().toString());
        Gauge.builder("relais.feed.rebuild.percent", keeper, RebuildConfiguration::percent)
                .description("How far a model that is built in this process is; none is 100")
                .register(meters);
        Gauge.builder("relais.feed.rebuild.events", keeper, RebuildConfiguration::speed)
                .description("Events a second that a model is built at in this process")
                .register(meters);
        Gauge.builder("relais.feed.rebuild.left", keeper, RebuildConfiguration::left)
                .description("Events that a model that is built in this process still lacks")
                .register(meters);
        return keeper;
    }

    @Bean
    ModelKeeping modelKeeping(
            ModelKeeper keeper,
            ModelReaders readers,
            KafkaGroups groups,
            FeedProperties properties) {
        return new ModelKeeping(keeper, readers, groups, properties.rebuild().lookEvery());
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof LogUnavailable || EventReplay.passes(failure);
    }

    private static double percent(ModelKeeper keeper) {
        return keeper.inHand().map(Work::percent).orElse(100.0);
    }

    private static double speed(ModelKeeper keeper) {
        return keeper.inHand().map(Work::eventsPerSecond).orElse(0.0);
    }

    private static double left(ModelKeeper keeper) {
        return keeper.inHand().map(work -> work.events() - work.done()).orElse(0L);
    }
}
