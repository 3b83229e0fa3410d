package relais.contributions.config;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.log.EventRecords;
import relais.aggregates.mongo.MongoAggregates;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.objective.Objective;
import relais.contributions.objective.ObjectiveAvro;
import relais.contributions.objective.ObjectiveCommand;
import relais.contributions.objective.ObjectiveEvent;
import relais.contributions.objective.ObjectiveRules;
import relais.contributions.objective.Objectives;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRelay;

/** Objectives, and what can be done with them. */
@Configuration(proxyBeanMethods = false)
class ObjectiveConfiguration {

    @Bean
    MongoAggregates<Objective, ObjectiveEvent> objectiveAggregates(
            MongoDatabase database, OutboxRelay relay, EventSerializer serializer) {
        return new MongoAggregates<>(
                collection(database),
                relay,
                Objective.class,
                new EventRecords<>(Topics.CONTRIBUTIONS, ObjectiveAvro.language(), serializer),
                Objectives.indexes());
    }

    @Bean
    Objectives objectives(
            MongoDatabase database, MongoAggregates<Objective, ObjectiveEvent> aggregates) {
        return new Objectives(collection(database), aggregates);
    }

    @Bean
    ChangeAggregate<Objective, ObjectiveCommand, ObjectiveEvent> changeObjective(
            MongoAggregates<Objective, ObjectiveEvent> aggregates, GatherCircumstances gather) {
        return gather.change(new ObjectiveRules(), aggregates);
    }

    private static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection("objectives");
    }
}
