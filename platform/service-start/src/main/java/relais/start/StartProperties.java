package relais.start;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service starts.
 *
 * @param within how long the start waits for MongoDB and the schema registry to answer
 */
@ConfigurationProperties("relais.start")
public record StartProperties(@DefaultValue("60s") Duration within) {}
