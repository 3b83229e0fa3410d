package relais.partners.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.log.EventRecords;
import relais.aggregates.mongo.AggregatesStart;
import relais.aggregates.mongo.MongoAggregates;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.outbox.OutboxRelay;
import relais.outbox.StoredAggregates;
import relais.outbox.StoredAggregates.Kind;
import relais.partners.claims.Claims;
import relais.partners.claims.MongoClaims;
import relais.partners.partner.Mandates;
import relais.partners.partner.MongoPersons;
import relais.partners.partner.Partner;
import relais.partners.partner.PartnerAvro;
import relais.partners.partner.PartnerCommand;
import relais.partners.partner.PartnerContexts;
import relais.partners.partner.PartnerDocuments;
import relais.partners.partner.PartnerEvent;
import relais.partners.partner.PartnerQueries;
import relais.partners.partner.PartnerType;
import relais.partners.partner.PartnersWithUniqueNames;
import relais.territories.Territories;
import relais.territories.TerritoryId;

/**
 * Partners with what is kept beside them, and what can be done with them. Nothing here talks to
 * MongoDB before {@link AggregatesStart}.
 */
@Configuration(proxyBeanMethods = false)
@Import({Mandates.class, PartnerQueries.class})
class PartnersConfiguration {

    @Bean
    Territories territories() {
        return Territories.load();
    }

    @Bean
    EventSerializer eventSerializer(SchemaRegistry registry) {
        return new EventSerializer(registry, Topics.PARTNERS, EventSchemas.partners());
    }

    @Bean
    MongoAggregates<Partner, PartnerEvent> partnerAggregates(
            MongoDatabase database,
            OutboxRelay relay,
            EventSerializer serializer,
            Territories territories) {
        return new MongoAggregates<>(
                database.getCollection("partners"),
                relay,
                new PartnerDocuments(home -> territories.reach(TerritoryId.parse(home))),
                new EventRecords<>(Topics.PARTNERS, PartnerAvro.language(), serializer),
                PartnerQueries.INDEXES);
    }

    @Bean
    PartnersWithUniqueNames partnersWithUniqueNames(
            MongoAggregates<Partner, PartnerEvent> partners, Claims claims, Clock clock) {
        return new PartnersWithUniqueNames(partners, claims, clock);
    }

    @Bean
    ChangeAggregate<Partner, PartnerCommand, PartnerEvent> changePartner(
            PartnersWithUniqueNames partners, Territories territories, Clock clock) {
        return new ChangeAggregate<>(
                new PartnerType(), partners, new PartnerContexts(territories), clock);
    }

    @Bean
    StoredAggregates storedAggregates(MongoAggregates<Partner, PartnerEvent> partners) {
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
