package relais.start;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.outbox.OutboxRelay;

/** What a service finds in its context; no server is there, and none is asked for. */
class AutoConfigurationTest {
    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(
                                    StartAutoConfiguration.class,
                                    StoreAutoConfiguration.class,
                                    LogAutoConfiguration.class,
                                    MongoAutoConfiguration.class,
                                    MongoHealthContributorAutoConfiguration.class))
                    .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                    .withPropertyValues(
                            "relais.store.database=relais_test",
                            "spring.mongodb.uri=mongodb://localhost:1",
                            "relais.kafka.bootstrap-servers=broker.example:9093",
                            "relais.kafka.client.security.protocol=SASL_SSL");

    @Test
    void aServiceHasItsStoreWithBoundedWaits() {
        service.withPropertyValues("relais.store.server-within=2s")
                .run(
                        context -> {
                            assertThat(context.getBean(MongoDatabase.class).getName())
                                    .isEqualTo("relais_test");
                            var settings = MongoClientSettings.builder();
                            context.getBean(
                                            "boundedWaits",
                                            MongoClientSettingsBuilderCustomizer.class)
                                    .customize(settings);
                            MongoClientSettings made = settings.build();
                            assertThat(made.getClusterSettings().getServerSelectionTimeout(SECONDS))
                                    .isEqualTo(2);
                            assertThat(made.getSocketSettings().getReadTimeout(SECONDS))
                                    .isEqualTo(10);
                        });
    }

    @Test
    void theStoreIsDownWhileMongoIsAwayAndBootsOwnLookIsOff() {
        service.withPropertyValues("relais.store.server-within=200ms")
                .run(
                        context -> {
                            assertThat(context).doesNotHaveBean("mongoHealthContributor");
                            HealthIndicator store =
                                    context.getBean("storeHealthIndicator", HealthIndicator.class);
                            assertThat(store.health())
                                    .extracting(Health::getStatus)
                                    .isEqualTo(Status.DOWN);
                        });
    }

    @Test
    void aServiceWithoutADatabaseHasNoStore() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(StoreAutoConfiguration.class))
                .run(context -> assertThat(context).doesNotHaveBean(MongoDatabase.class));
    }

    @Test
    void kafkaIsReachedAsTheDeploymentSays() {
        service.run(
                context ->
                        assertThat(context.getBean(KafkaProperties.class).connection())
                                .isEqualTo(
                                        Map.of(
                                                "bootstrap.servers",
                                                "broker.example:9093",
                                                "security.protocol",
                                                "SASL_SSL")));
    }

    @Test
    void schemasAreDownUntilTheyAreResolved() {
        service.withBean(
                        EventSerializer.class,
                        () -> new EventSerializer(new NoRegistry(), Topics.PARTNERS, List.of()))
                .run(
                        context -> {
                            HealthIndicator schemas =
                                    context.getBean(
                                            "schemasHealthIndicator", HealthIndicator.class);
                            assertThat(schemas.health())
                                    .extracting(Health::getStatus)
                                    .isEqualTo(Status.DOWN);
                            context.getBean(EventSerializer.class).resolve();
                            assertThat(schemas.health())
                                    .extracting(Health::getStatus)
                                    .isEqualTo(Status.UP);
                        });
    }

    @Test
    void aServiceThatOnlyReadsHasNoRelay() {
        service.run(context -> assertThat(context).hasSingleBean(OutboxRelay.class));
        service.withClassLoader(new FilteredClassLoader(OutboxRelay.class))
                .run(
                        context ->
                                assertThat(context)
                                        .hasNotFailed()
                                        .doesNotHaveBean("outboxRelay")
                                        .hasSingleBean(SchemaRegistry.class));
    }

    @Test
    void aServicesOwnClockCounts() {
        Clock own = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        service.withBean(Clock.class, () -> own)
                .run(context -> assertThat(context.getBean(Clock.class)).isSameAs(own));
    }
}
