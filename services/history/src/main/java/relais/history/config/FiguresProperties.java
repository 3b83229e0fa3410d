package relais.history.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What figures may take of an instance.
 *
 * @param eventsAtMost how many events it keeps in memory; about 70 bytes each
 * @param patience how long a question waits for the log to be read
 */
@ConfigurationProperties("relais.history.figures")
record FiguresProperties(
        @DefaultValue("1200000") int eventsAtMost, @DefaultValue("10s") Duration patience) {}
