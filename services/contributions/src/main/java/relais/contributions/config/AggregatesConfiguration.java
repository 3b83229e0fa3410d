package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import relais.aggregates.AggregateType;
import relais.aggregates.Change;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.log.AggregateFold;
import relais.aggregates.log.EventRecords;
import relais.aggregates.log.PublishedLanguage;
import relais.aggregates.mongo.MongoAggregates;
import relais.contributions.action.Action;
import relais.contributions.action.ActionAvro;
import relais.contributions.action.ActionCommand;
import relais.contributions.action.ActionEvent;
import relais.contributions.action.ActionRules;
import relais.contributions.action.Actions;
import relais.contributions.contribution.Contribution;
import relais.contributions.contribution.ContributionAvro;
import relais.contributions.contribution.ContributionCommand;
import relais.contributions.contribution.ContributionEvent;
import relais.contributions.contribution.ContributionRules;
import relais.contributions.contribution.MongoContributions;
import relais.contributions.contribution.WorkingCopies;
import relais.contributions.contribution.WorkingCopiesFollow;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.message.AuthorKey;
import relais.contributions.message.AuthorKeyRecords;
import relais.contributions.message.AuthorKeyRules;
import relais.contributions.message.Message;
import relais.contributions.message.MessageAvro;
import relais.contributions.message.MessageCommand;
import relais.contributions.message.MessageEvent;
import relais.contributions.message.MessageRules;
import relais.contributions.message.MongoThreads;
import relais.contributions.objective.Objective;
import relais.contributions.objective.ObjectiveAvro;
import relais.contributions.objective.ObjectiveCommand;
import relais.contributions.objective.ObjectiveEvent;
import relais.contributions.objective.ObjectiveRules;
import relais.contributions.objective.Objectives;
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayAvro;
import relais.contributions.workingday.WorkingDayCommand;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayRules;
import relais.contributions.workingday.WorkingDays;
import relais.events.EventDeserializer;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRecord;
import relais.outbox.OutboxRelay;
import relais.recovery.AggregateKind;

/** The kinds of aggregates: where each is kept, how it is published, and what decides on it. */
@Configuration(proxyBeanMethods = false)
@Import({
    Actions.class,
    AggregatesConfiguration.Store.class,
    MongoContributions.class,
    MongoThreads.class,
    Objectives.class,
    WorkingDays.class
})
class AggregatesConfiguration {

    /** What the collections of all kinds are made with. */
    record Store(MongoDatabase database, OutboxRelay relay, EventSerializer serializer) {

        <S, E> MongoAggregates<S, E> of(
                String collection,
                Class<S> state,
                PublishedLanguage<S, E> language,
                List<IndexModel> indexes) {
            return of(
                    collection,
                    state,
                    new EventRecords<>(Topics.CONTRIBUTIONS, language, serializer),
                    indexes);
        }

        <S, E> MongoAggregates<S, E> of(
                String collection,
                Class<S> state,
                Function<Change<S, E>, List<OutboxRecord>> records,
                List<IndexModel> indexes) {
            return new MongoAggregates<>(
                    database.getCollection(collection), relay, state, records, indexes);
        }
    }

    @Bean
    MongoAggregates<Contribution, ContributionEvent> contributionAggregates(Store store) {
        return store.of(
                "contributions",
                Contribution.class,
                ContributionAvro.language(),
                MongoContributions.indexes());
    }

    @Bean
    ContributionRules contributionRules(ContributionsProperties properties) {
        return new ContributionRules(properties.quorum());
    }

    @Bean
    ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> changeContribution(
            ContributionRules rules,
            MongoAggregates<Contribution, ContributionEvent> contributions,
            WorkingCopies copies,
            GatherCircumstances gather) {
        return gather.change(rules, new WorkingCopiesFollow(contributions, copies));
    }

    @Bean
    MongoAggregates<Objective, ObjectiveEvent> objectiveAggregates(Store store) {
        return store.of(
                "objectives", Objective.class, ObjectiveAvro.language(), Objectives.indexes());
    }

    @Bean
    ChangeAggregate<Objective, ObjectiveCommand, ObjectiveEvent> changeObjective(
            MongoAggregates<Objective, ObjectiveEvent> objectives, GatherCircumstances gather) {
        return gather.change(new ObjectiveRules(), objectives);
    }

    @Bean
    MongoAggregates<Action, ActionEvent> actionAggregates(Store store) {
        return store.of("actions", Action.class, ActionAvro.language(), Actions.indexes());
    }

    @Bean
    ChangeAggregate<Action, ActionCommand, ActionEvent> changeAction(
            MongoAggregates<Action, ActionEvent> actions, GatherCircumstances gather) {
        return gather.change(new ActionRules(), actions);
    }

    @Bean
    MongoAggregates<WorkingDay, WorkingDayEvent> workingDayAggregates(Store store) {
        return store.of(
                "workingDays", WorkingDay.class, WorkingDayAvro.language(), WorkingDays.indexes());
    }

    @Bean
    ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> changeWorkingDay(
            MongoAggregates<WorkingDay, WorkingDayEvent> workingDays, GatherCircumstances gather) {
        return gather.change(new WorkingDayRules(), workingDays);
    }

    @Bean
    MongoAggregates<Message, MessageEvent> messages(Store store) {
        return store.of("messages", Message.class, MessageAvro.language(), MongoThreads.INDEXES);
    }

    @Bean
    ChangeAggregate<Message, MessageCommand, MessageEvent> changeMessage(
            MongoAggregates<Message, MessageEvent> messages, GatherCircumstances gather) {
        return gather.change(new MessageRules(), messages);
    }

    @Bean
    MongoAggregates<AuthorKey, AuthorKey.Event> authorKeys(
            Store store, EventSerializer serializer) {
        return store.of("authorKeys", AuthorKey.class, new AuthorKeyRecords(serializer), List.of());
    }

    @Bean
    ChangeAggregate<AuthorKey, AuthorKey.Command, AuthorKey.Event> changeAuthorKey(
            MongoAggregates<AuthorKey, AuthorKey.Event> authorKeys, GatherCircumstances gather) {
        return gather.change(new AuthorKeyRules(), authorKeys);
    }

    /** The kinds that come back from the log when the store was lost. */
    record Recoverable(List<AggregateKind<?>> kinds) {}

    @Bean
    Recoverable recoverable(
            EventDeserializer log,
            ContributionRules rules,
            MongoAggregates<Contribution, ContributionEvent> contributions,
            MongoAggregates<Objective, ObjectiveEvent> objectives,
            MongoAggregates<Action, ActionEvent> actions,
            MongoAggregates<WorkingDay, WorkingDayEvent> workingDays,
            MongoAggregates<Message, MessageEvent> messages) {
        return new Recoverable(
                List.of(
                        kind("c-", contributions, ContributionAvro.language(), rules, log),
                        kind("o-", objectives, ObjectiveAvro.language(), new ObjectiveRules(), log),
                        kind("ac-", actions, ActionAvro.language(), new ActionRules(), log),
                        kind(
                                "wd-",
                                workingDays,
                                WorkingDayAvro.language(),
                                new WorkingDayRules(),
                                log),
                        kind("msg-", messages, MessageAvro.language(), new MessageRules(), log)));
    }

    private static <S, E> AggregateKind<?> kind(
            String prefix,
            MongoAggregates<S, E> aggregates,
            PublishedLanguage<S, E> language,
            AggregateType<S, ?, E, ?> type,
            EventDeserializer log) {
        return new AggregateKind<>(
                aggregates.name(),
                prefix,
                new AggregateFold<>(language, type, log),
                aggregates.restored());
    }
}
