package relais.start;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service deals with MongoDB, whose address is Boot's {@code spring.mongodb.uri}. A caller
 * waits for a server that is away, but not for ever; then it is told to come back.
 *
 * @param database name of the service's own database
 * @param serverWithin how long a request waits for a server to be found and connected
 * @param answerWithin how long a connected server may take for one answer
 */
@ConfigurationProperties("relais.store")
public record StoreProperties(
        String database,
        @DefaultValue("3s") Duration serverWithin,
        @DefaultValue("10s") Duration answerWithin) {}
