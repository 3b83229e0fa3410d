package relais.contributions.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;

/** The languages of the log: that of this service, and whatever others write. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    EventSerializer eventSerializer(SchemaRegistry registry) {
        return new EventSerializer(registry, Topics.CONTRIBUTIONS, EventSchemas.contributions());
    }

    @Bean
    EventDeserializer eventDeserializer(SchemaRegistry registry) {
        return new EventDeserializer(registry);
    }
}
