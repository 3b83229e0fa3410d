package relais.notices.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set of this service.
 *
 * @param group the Kafka consumer group of what waits for somebody; that of the public stream has
 *     {@code .public} after it
 * @param pages where people read cards, without a slash at the end
 * @param mailFrom the sender's address of digests
 * @param mailHost the mail server; empty: mail goes to the demonstration mailbox
 * @param webhooksAnywhere whether webhooks may have plain HTTP and addresses that are not public:
 *     in a test, never where others have accounts
 * @param lookEvery how often to look what is due
 */
@ConfigurationProperties("relais.notices")
record NoticesProperties(
        @DefaultValue("relais.notices") String group,
        @DefaultValue("http://localhost:8080") String pages,
        @DefaultValue("relais@relais.example") String mailFrom,
        @DefaultValue("") String mailHost,
        @DefaultValue("false") boolean webhooksAnywhere,
        @DefaultValue("10s") Duration lookEvery) {}
