package relais.experiences.config;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.log.AggregateFold;
import relais.aggregates.log.PartnerReplicaHandler;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.PartnerFact;
import relais.consumer.EventConsumer;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.experiences.draft.MongoDrafts;
import relais.experiences.experience.ExperienceAvro;
import relais.experiences.experience.ExperienceRules;
import relais.experiences.experience.MongoExperiences;
import relais.experiences.file.MongoUploadedFiles;
import relais.recovery.AggregateKind;
import relais.recovery.Loss;
import relais.recovery.RecoverableService;
import relais.recovery.Witness;

/** What comes back from the log when the store was lost, and what does not. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    @Bean
    RecoverableService recoverableService(
            MongoExperiences experiences,
            MongoDrafts drafts,
            MongoUploadedFiles uploads,
            MongoPartners partners,
            EventConsumer<PartnerFact> consumer,
            ExperiencesProperties properties,
            EventDeserializer deserializer) {
        return new RecoverableService(
                "experiences",
                Topics.EXPERIENCES,
                () -> {
                    experiences.ensureIndexes();
                    drafts.ensureIndexes();
                    uploads.ensureIndexes();
                },
                List.of(
                        new AggregateKind<>(
                                "experiences",
                                "x-",
                                new AggregateFold<>(
                                        ExperienceAvro.language(),
                                        new ExperienceRules(),
                                        deserializer),
                                experiences.restored())),
                List.of(
                        // It only keeps the replica: there is nothing to be quiet about.
                        consumer.lost(new PartnerReplicaHandler(deserializer, partners))),
                List::of,
                () ->
                        List.of(
                                Loss.of("drafts"),
                                Loss.of("contacts"),
                                Loss.of("files"),
                                Loss.of("idempotency-keys"),
                                Loss.of("unsent-events")),
                List.of(
                        new Witness(
                                partners.replica().collection(),
                                Topics.PARTNERS,
                                properties.partnersGroup())));
    }
}
