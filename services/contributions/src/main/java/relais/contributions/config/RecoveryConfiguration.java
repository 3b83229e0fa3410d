package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.AggregateType;
import relais.aggregates.Cause;
import relais.aggregates.log.AggregateFold;
import relais.aggregates.log.PartnerReplicaHandler;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.mongo.Indexed;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.mongo.MongoPartners;
import relais.aggregates.partner.PartnerFact;
import relais.consumer.EventConsumer;
import relais.consumer.LostEvents;
import relais.contributions.action.Action;
import relais.contributions.action.ActionAvro;
import relais.contributions.action.ActionEvent;
import relais.contributions.action.ActionRules;
import relais.contributions.contribution.Contribution;
import relais.contributions.contribution.ContributionAvro;
import relais.contributions.contribution.ContributionEvent;
import relais.contributions.contribution.ContributionRules;
import relais.contributions.known.ExperienceFact;
import relais.contributions.known.ExperienceId;
import relais.contributions.known.ExperienceReplicaHandler;
import relais.contributions.known.KnownExperience;
import relais.contributions.known.MongoExperiences;
import relais.contributions.message.AuthorKey;
import relais.contributions.message.Message;
import relais.contributions.message.MessageAvro;
import relais.contributions.message.MessageEvent;
import relais.contributions.message.MessageRules;
import relais.contributions.message.RestoreAuthorKeys;
import relais.contributions.message.RestoredAuthorKeys;
import relais.contributions.objective.Objective;
import relais.contributions.objective.ObjectiveAvro;
import relais.contributions.objective.ObjectiveEvent;
import relais.contributions.objective.ObjectiveRules;
import relais.contributions.reaction.OwnEvent;
import relais.contributions.reaction.OwnEventHandler;
import relais.contributions.reaction.ReactionPositions;
import relais.contributions.reaction.Reactions;
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayAvro;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayRules;
import relais.events.EventDeserializer;
import relais.events.Topics;
import relais.recovery.AggregateKind;
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

    /** The kinds of aggregates that come back. */
    record Kinds(List<AggregateKind<?>> all) {}

    /** What was read of others, and of this service itself. */
    record Readers(List<LostEvents<?>> all) {}

    @Bean
    Kinds recoverableKinds(
            EventDeserializer deserializer,
            ContributionsProperties properties,
            MongoAggregates<Contribution, ContributionEvent> contributions,
            MongoAggregates<Objective, ObjectiveEvent> objectives,
            MongoAggregates<Action, ActionEvent> actions,
            MongoAggregates<WorkingDay, WorkingDayEvent> workingDays,
            MongoAggregates<Message, MessageEvent> messages) {
        return new Kinds(
                List.of(
                        kind(
                                "c-",
                                contributions,
                                ContributionAvro.language(),
                                new ContributionRules(properties.quorum()),
                                deserializer),
                        kind(
                                "o-",
                                objectives,
                                ObjectiveAvro.language(),
                                new ObjectiveRules(),
                                deserializer),
                        kind(
                                "ac-",
                                actions,
                                ActionAvro.language(),
                                new ActionRules(),
                                deserializer),
                        kind(
                                "wd-",
                                workingDays,
                                WorkingDayAvro.language(),
                                new WorkingDayRules(),
                                deserializer),
                        kind(
                                "msg-",
                                messages,
                                MessageAvro.language(),
                                new MessageRules(),
                                deserializer)));
    }

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
                        partnerReader.lost(
                                new PartnerReplicaHandler(deserializer, partners.replica())),
                        experienceReader.lost(
                                new ExperienceReplicaHandler(
                                        deserializer,
                                        experiences.replica(),
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
            Kinds kinds,
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
                kinds.all(),
                readers.all(),
                () ->
                        List.of(
                                new RestoredAuthorKeys(
                                        deserializer,
                                        new RestoreAuthorKeys(
                                                authorKeys,
                                                authorKeys.restored()::restore,
                                                clock))),
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

    private static <S, E> AggregateKind<?> kind(
            String prefix,
            MongoAggregates<S, E> aggregates,
            PublishedLanguage<S, E> language,
            AggregateType<S, ?, E, ?> type,
            EventDeserializer deserializer) {
        return new AggregateKind<>(
                aggregates.name(),
                prefix,
                new AggregateFold<>(language, type, deserializer),
                aggregates.restored());
    }

    private static ReactionPositions positions(MongoDatabase database, String collection) {
        return new ReactionPositions(database.getCollection(collection));
    }
}
