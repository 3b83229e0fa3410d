package relais.observability;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.PropertySource;

/** Which measurements there are beside our own, and the bounds of their buckets. */
@AutoConfiguration
@PropertySource("classpath:relais/observability/defaults.properties")
class MetersAutoConfiguration {}
