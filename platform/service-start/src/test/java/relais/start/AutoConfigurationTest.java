package relais.start;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.StandardMongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.outbox.OutboxRelay;

/** What a service finds in its context; no server is there, and none is asked for. */
class AutoConfigurationTest {
    /** Of nobody, for a hundred years. */
    private static final String CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIBdTCCARugAwIBAgIUe7vp3hZtI/Lak7V0dkic/Ftpr+4wCgYIKoZIzj0EAwIw
            DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjcxMDEwNDhaGA8yMTI2MTEwMzEwMTA0
            OFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABBqm
            38avX8gfjLmwrlG/rLdcHAR/zzUf/pvXiwqdzcYEWgQZr5OVpLZO+LP8DZbf8roi
            r1bldYNK6A/RRazdvimjUzBRMB0GA1UdDgQWBBSOgIJcFj8f6AJyqTIYRR+kyaa1
            1jAfBgNVHSMEGDAWgBSOgIJcFj8f6AJyqTIYRR+kyaa11jAPBgNVHRMBAf8EBTAD
            AQH/MAoGCCqGSM49BAMCA0gAMEUCIBigp7DmGh2QLD39+uqMkJMhwXG5flcLzY80
            Cvnod7jBAiEAq7jG9ebOU9m8RQ2/JVQAjNyAOATJpA31luanxdITa/8=
            -----END CERTIFICATE-----
            """;

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
                            "relais.kafka.client.client.dns.lookup=use_all_dns_ips");

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
                                                "PLAINTEXT",
                                                "client.dns.lookup",
                                                "use_all_dns_ips")));
    }

    /** As the environment of a process is read: dashes are underscores there. */
    @Test
    void variablesLetAServiceIn() {
        service.withInitializer(
                        context ->
                                context.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(
                                                new SystemEnvironmentPropertySource(
                                                        "systemEnvironment",
                                                        Map.of(
                                                                "RELAIS_KAFKA_SECURITY_PROTOCOL",
                                                                "SASL_SSL",
                                                                "RELAIS_KAFKA_SASL_MECHANISM",
                                                                "SCRAM-SHA-256",
                                                                "RELAIS_KAFKA_USERNAME",
                                                                "feed",
                                                                "RELAIS_KAFKA_PASSWORD",
                                                                "secret",
                                                                "RELAIS_KAFKA_TRUSTSTORE",
                                                                "/ca.pem",
                                                                "RELAIS_REGISTRY_USERNAME",
                                                                "feed",
                                                                "RELAIS_REGISTRY_PASSWORD",
                                                                "secret"))))
                .run(
                        context -> {
                            KafkaProperties kafka = context.getBean(KafkaProperties.class);
                            assertThat(kafka.connection())
                                    .containsEntry("security.protocol", "SASL_SSL")
                                    .containsEntry("sasl.mechanism", "SCRAM-SHA-256")
                                    .containsEntry("ssl.truststore.location", "/ca.pem")
                                    .extractingByKey("sasl.jaas.config")
                                    .asString()
                                    .contains("username=\"feed\" password=\"secret\"");
                            RegistryProperties registry = context.getBean(RegistryProperties.class);
                            assertThat(registry.connection())
                                    .extracting("username", "password")
                                    .containsExactly("feed", "secret");
                            assertThat(kafka + " " + registry).doesNotContain("secret");
                        });
    }

    /** By Spring Boot's own settings: the driver's address has none for certificates. */
    @Test
    void theStoreIsReachedByTlsWithCertificatesOfOnesOwn(@TempDir Path folder) throws Exception {
        Path certificates = Files.writeString(folder.resolve("ca.pem"), CERTIFICATE);
        service.withPropertyValues(
                        "spring.mongodb.uri=mongodb://user:secret@localhost:1/?tls=true",
                        "spring.mongodb.ssl.bundle=mongodb",
                        "spring.ssl.bundle.pem.mongodb.truststore.certificate=" + certificates)
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .run(
                        context -> {
                            var settings = MongoClientSettings.builder();
                            context.getBean(StandardMongoClientSettingsBuilderCustomizer.class)
                                    .customize(settings);
                            MongoClientSettings made = settings.build();
                            assertThat(made.getSslSettings().isEnabled()).isTrue();
                            assertThat(made.getSslSettings().getContext()).isNotNull();
                            assertThat(made.getCredential()).isNotNull();
                        });
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
