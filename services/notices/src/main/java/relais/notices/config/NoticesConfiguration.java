package relais.notices.config;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import relais.aggregates.http.ParkedSources;
import relais.consumer.ConsumerSettings;
import relais.consumer.EventConsumer;
import relais.consumer.EventHandler;
import relais.events.EventDeserializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.notices.address.ConfirmationText;
import relais.notices.digest.DigestText;
import relais.notices.mail.DemonstrationMailbox;
import relais.notices.mail.MailDelivery;
import relais.notices.mail.MailTemplates;
import relais.notices.notice.PublicStreamAvro;
import relais.notices.notice.PublicStreamReader;
import relais.notices.webhook.KafkaConnectionSettings;
import relais.notices.webhook.PortalAddress;
import relais.notices.webhook.WebhookSender;
import relais.start.ConsumerHealthIndicator;
import relais.start.KafkaProperties;

/** The ways to the log and to the mail server. {@link NoticesStart} opens and closes them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticesProperties.class)
class NoticesConfiguration {

    /** A notice is read minutes later: what happens within this time is taken in together. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean
    EventDeserializer eventDeserializer(SchemaRegistry registry) {
        return new EventDeserializer(registry);
    }

    @Bean(destroyMethod = "")
    EventConsumer<?> waitingConsumer(
            NoticesProperties properties,
            KafkaProperties kafka,
            MongoDatabase database,
            EventHandler<?> handler,
            MeterRegistry meters,
            Clock clock) {
        return new EventConsumer<>(
                ConsumerSettings.of(
                                properties.group(),
                                List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS),
                                kafka.connection())
                        .withPatience(PATIENCE),
                database,
                handler,
                meters,
                clock);
    }

    @Bean
    PublicStreamReader publicStreamReader(
            NoticesProperties properties,
            KafkaProperties kafka,
            PublicStreamAvro stream,
            MeterRegistry meters,
            Clock clock) {
        return new PublicStreamReader(
                properties.group() + ".public",
                List.of(Topics.PUBLIC_ACTIVITIES, Topics.PUBLIC_CARDS),
                kafka.connection(),
                stream,
                meters,
                clock);
    }

    @Bean
    MailDelivery mailDelivery(
            NoticesProperties properties, JavaMailSender sender, DemonstrationMailbox mailbox) {
        return new MailDelivery(sender, mailbox, properties.mailHost(), properties.mailFrom());
    }

    @Bean
    MailTemplates mailTemplates() {
        return new MailTemplates();
    }

    @Bean
    DigestText digestText(MailTemplates templates, NoticesProperties properties) {
        return new DigestText(templates, properties.pages());
    }

    @Bean
    ConfirmationText confirmationText(MailTemplates templates, NoticesProperties properties) {
        return new ConfirmationText(templates, properties.pages());
    }

    @Bean
    PortalAddress portalAddress(NoticesProperties properties) {
        return new PortalAddress(properties.pages());
    }

    @Bean
    WebhookSender webhookSender(NoticesProperties properties) {
        return new WebhookSender(properties.webhooksAnywhere());
    }

    @Bean
    KafkaConnectionSettings kafkaConnectionSettings(KafkaProperties kafka) {
        return new KafkaConnectionSettings(kafka.connection());
    }

    /** For operators: what this service could not take. */
    @Bean
    ParkedSources parkedSources(EventConsumer<?> consumer) {
        return new ParkedSources(List.of(new ParkedSources.Source("waiting", consumer.parked())));
    }

    /** Part of readiness. */
    @Bean
    HealthIndicator readersHealthIndicator(EventConsumer<?> consumer) {
        return new ConsumerHealthIndicator(consumer);
    }
}
