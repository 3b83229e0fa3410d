package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.Cause;
import relais.aggregates.log.PartnerReplicaHandler;
import relais.aggregates.mongo.Indexed;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.PartnerFact;
import relais.consumer.EventConsumer;
import relais.consumer.LostEvents;
import relais.contributions.known.ExperienceFact;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.ExperienceReplicaHandler;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.MongoExperiences;
import relais.contributions.message.AuthorKey;
import relais.contributions.message.RestoredAuthorKeys;
import relais.contributions.reaction.OwnEvent;
import relais.contributions.reaction.OwnEventHandler;
import relais.contributions.reaction.ReactionPositions;
import relais.contributions.reaction.Reactions;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.recovery.Loss;
import relais.recovery.RecoverableService;
import relais.recovery.Witness;

/** What comes back from the log when the store was lost, and what does not. */
@Configuration(proxyBeanMethods = false)
class RecoveryConfiguration {

    /** What was committed has been answered: what follows from it is in the log too. */
    private static final Reactions ANSWERED =
            new Reactions() {
                @Override
                public void toChange(
                        ExperienceId experience, KnownExperience.Change change, Cause cause) {}

                @Override
                public void toOwn(OwnEvent event, Cause cause) {}
            };

    /** What was read of others, and of this service itself. */
    record Readers(List<LostEvents<?>> all) {}

    @Bean
    Readers recoverableReaders(
            EventDeserializer deserializer,
            MongoDatabase database,
            MongoPartners partners,
            MongoExperiences experiences,
            EventConsumer<PartnerFact> partnerReader,
            EventConsumer<ExperienceFact> experienceReader,
            EventConsumer<OwnEvent> ownReader) {
        return new Readers(
                List.of(
                        partnerReader.lost(new PartnerReplicaHandler(deserializer, partners)),
                        experienceReader.lost(
                                new ExperienceReplicaHandler(
                                        deserializer,
                                        experiences,
                                        ANSWERED,
                                        positions(
                                                database,
                                                ReadersConfiguration.ANSWERED_EXPERIENCES))),
                        ownReader.lost(
                                new OwnEventHandler(
                                        deserializer,
                                        ANSWERED,
                                        positions(database, ReadersConfiguration.ANSWERED_OWN)))));
    }

    @Bean
    RecoverableService recoverableService(
            AggregatesConfiguration.Recoverable aggregates,
            Readers readers,
            List<Indexed> collections,
            MongoAggregates<AuthorKey, AuthorKey.Event> authorKeys,
            EventDeserializer deserializer,
            MongoPartners partners,
            MongoDatabase database,
            ContributionsProperties properties,
            Clock clock) {
        String groups = properties.consumerGroup() + "-";
        return new RecoverableService(
                "contributions",
                Topics.CONTRIBUTIONS,
                () -> collections.forEach(Indexed::ensureIndexes),
                aggregates.kinds(),
                readers.all(),
                () ->
                        List.of(
                                new RestoredAuthorKeys(
                                        deserializer,
                                        authorKeys,
                                        authorKeys.restored()::restore,
                                        clock)),
                () ->
                        List.of(
                                Loss.of("working-copies"),
                                Loss.of("idempotency-keys"),
                                Loss.of("unsent-events")),
                List.of(
                        new Witness(
                                partners.replica().collection(),
                                Topics.PARTNERS,
                                groups + ReadersConfiguration.PARTNERS),
                        new Witness(
                                database.getCollection(ReadersConfiguration.ANSWERED_OWN),
                                Topics.CONTRIBUTIONS,
                                groups + ReadersConfiguration.OWN)));
    }

    private static ReactionPositions positions(MongoDatabase database, String collection) {
        return new ReactionPositions(database.getCollection(collection));
    }
}
