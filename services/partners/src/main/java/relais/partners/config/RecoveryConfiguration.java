package relais.partners.config;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.log.AggregateFold;
import relais.aggregates.mongo.Indexed;
import relais.aggregates.mongo.MongoAggregates;
import relais.events.EventDeserializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.partners.partner.LostPersons;
import relais.partners.partner.Partner;
import relais.partners.partner.PartnerAvro;
import relais.partners.partner.PartnerEvent;
import relais.partners.partner.PartnerQueries;
import relais.partners.partner.PartnerType;
import relais.partners.partner.PartnersWithUniqueNames;
import relais.partners.partner.Persons;
import relais.partners.partner.RestoredClaims;
import relais.partners.partner.RestoredErasures;
import relais.recovery.AggregateKind;
import relais.recovery.Loss;
import relais.recovery.RecoverableService;
import relais.recovery.Witness;

/** What comes back from the log when the store was lost, and what does not. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    RecoverableService recoverableService(
            MongoAggregates<Partner, PartnerEvent> partners,
            PartnersWithUniqueNames names,
            PartnerQueries queries,
            Persons persons,
            List<Indexed> collections,
            SchemaRegistry registry,
            MongoDatabase database) {
        var deserializer = new EventDeserializer(registry);
        var fold = new AggregateFold<>(PartnerAvro.language(), new PartnerType(), deserializer);
        return new RecoverableService(
                "partners",
                Topics.PARTNERS,
                () -> collections.forEach(Indexed::ensureIndexes),
                List.of(new AggregateKind<>(partners.name(), "p-", fold, partners.restored())),
                List.of(),
                () ->
                        List.of(
                                new RestoredClaims(queries, names),
                                new RestoredErasures(deserializer, persons)),
                () ->
                        List.of(
                                new LostPersons(queries, persons).find(),
                                Loss.of("idempotency-keys"),
                                Loss.of("unsent-events")),
                List.of(
                        new Witness(
                                database.getCollection(partners.name()), Topics.PARTNERS, null)));
    }
}
