package relais.observability;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * In place of Spring Boot's own: whether there is an endpoint is a condition there, and may differ
 * from start to start.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(TracingProperties.class)
class TracingAutoConfiguration {

    @Bean
    Tracing tracing(
            TracingProperties properties, @Value("${spring.application.name:relais}") String name) {
        return new Tracing(properties, name);
    }
}
