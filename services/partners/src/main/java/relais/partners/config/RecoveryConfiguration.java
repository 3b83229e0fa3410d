package relais.partners.config;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.events.EventDeserializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.partners.adapter.kafka.PartnerFold;
import relais.partners.adapter.mongo.MongoPartners;
import relais.partners.adapter.mongo.MongoPersons;
import relais.partners.adapter.recovery.RestoredClaims;
import relais.partners.application.Claims;
import relais.partners.application.NamelessMandates;
import relais.partners.application.RestoreNames;
import relais.partners.domain.MandateId;
import relais.recovery.AggregateKind;
import relais.recovery.Loss;
import relais.recovery.RecoverableService;
import relais.recovery.Witness;

/** What comes back from the log when the store was lost, and what does not. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    RecoverableService recoverableService(
            MongoPartners partners,
            Claims claims,
            MongoPersons persons,
            SchemaRegistry registry,
            Clock clock) {
        var fold = new PartnerFold(new EventDeserializer(registry));
        var names = new RestoreNames(partners, claims, clock);
        var nameless = new NamelessMandates(partners, persons);
        return new RecoverableService(
                "partners",
                Topics.PARTNERS,
                () -> {
                    partners.createIndexes();
                    persons.createIndexes();
                },
                List.of(new AggregateKind<>("partners", "p-", fold, partners.restored())),
                List.of(),
                () -> List.of(new RestoredClaims(names)),
                () ->
                        List.of(
                                persons(nameless),
                                Loss.of("idempotency-keys"),
                                Loss.of("unsent-events")),
                List.of(new Witness(partners.collection(), Topics.PARTNERS, null)));
    }

    private static Loss persons(NamelessMandates mandates) {
        var found = mandates.find(Loss.MOST_EXAMPLES);
        return new Loss(
                "persons", found.count(), found.first().stream().map(MandateId::value).toList());
    }
}
