package relais.start;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The clock, and the steps of a start. */
@AutoConfiguration
@EnableConfigurationProperties({StartProperties.class, RegistryProperties.class})
class StartAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    StartSteps startSteps(StartProperties start, RegistryProperties registry) {
        return new StartSteps(start.within(), registry.url());
    }
}
