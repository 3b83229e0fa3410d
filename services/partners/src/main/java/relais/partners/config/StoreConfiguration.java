package relais.partners.config;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.outbox.OutboxRelay;
import relais.outbox.StoredAggregates;
import relais.outbox.StoredAggregates.Kind;
import relais.partners.adapter.kafka.PartnerEventRecords;
import relais.partners.adapter.mongo.MongoClaims;
import relais.partners.adapter.mongo.MongoPartners;
import relais.partners.adapter.mongo.MongoPersons;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/** The collections. Nothing here talks to MongoDB before {@link PartnersStart}. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    MongoPartners partners(
            MongoDatabase database,
            OutboxRelay relay,
            PartnerEventRecords records,
            Territories territories) {
        return new MongoPartners(
                database.getCollection("partners"),
                relay,
                records,
                territory -> territories.reach(TerritoryId.parse(territory)));
    }

    @Bean
    StoredAggregates storedAggregates(MongoPartners partners) {
        return new StoredAggregates(List.of(Kind.published("PARTNER", partners.aggregates())));
    }

    @Bean
    MongoClaims claims(MongoDatabase database) {
        return new MongoClaims(database.getCollection("claims"));
    }

    @Bean
    MongoPersons persons(MongoDatabase database) {
        return new MongoPersons(database.getCollection("persons"));
    }
}
