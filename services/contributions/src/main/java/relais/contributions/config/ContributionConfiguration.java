package relais.contributions.config;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.log.EventRecords;
import relais.aggregates.mongo.MongoAggregates;
import relais.contributions.contribution.Contribution;
import relais.contributions.contribution.ContributionAvro;
import relais.contributions.contribution.ContributionCommand;
import relais.contributions.contribution.ContributionEvent;
import relais.contributions.contribution.ContributionRules;
import relais.contributions.contribution.MongoContributions;
import relais.contributions.contribution.MongoWorkingCopies;
import relais.contributions.contribution.QuorumRule;
import relais.contributions.contribution.WorkingCopies;
import relais.contributions.contribution.WorkingCopiesFollow;
import relais.contributions.known.GatherCircumstances;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRelay;

/** Contributions and their working copies, and what can be done with them. */
@Configuration(proxyBeanMethods = false)
class ContributionConfiguration {

    private static final String COLLECTION = "contributions";

    @Bean
    MongoAggregates<Contribution, ContributionEvent> contributionAggregates(
            MongoDatabase database, OutboxRelay relay, EventSerializer serializer) {
        return new MongoAggregates<>(
                collection(database),
                relay,
                Contribution.class,
                new EventRecords<>(Topics.CONTRIBUTIONS, ContributionAvro.language(), serializer),
                MongoContributions.indexes());
    }

    @Bean
    MongoContributions contributions(MongoDatabase database) {
        return new MongoContributions(collection(database));
    }

    @Bean
    MongoWorkingCopies workingCopies(MongoDatabase database) {
        return new MongoWorkingCopies(database.getCollection("workingCopies"));
    }

    @Bean
    ChangeAggregate<Contribution, ContributionCommand, ContributionEvent> changeContribution(
            QuorumRule quorum,
            MongoAggregates<Contribution, ContributionEvent> aggregates,
            WorkingCopies copies,
            GatherCircumstances gather) {
        return gather.change(
                new ContributionRules(quorum), new WorkingCopiesFollow(aggregates, copies));
    }

    private static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection(COLLECTION);
    }
}
