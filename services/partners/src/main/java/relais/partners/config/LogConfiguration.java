package relais.partners.config;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.partners.adapter.kafka.PartnerEventRecords;

/** The way to the log. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    EventSerializer eventSerializer(SchemaRegistry registry) {
        return new EventSerializer(registry, Topics.PARTNERS, EventSchemas.partners());
    }

    @Bean
    PartnerEventRecords partnerEventRecords(EventSerializer serializer) {
        return new PartnerEventRecords(serializer);
    }
}
