package relais.contributions.config;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.log.EventRecords;
import relais.aggregates.mongo.MongoAggregates;
import relais.contributions.action.Action;
import relais.contributions.action.ActionAvro;
import relais.contributions.action.ActionCommand;
import relais.contributions.action.ActionEvent;
import relais.contributions.action.ActionRules;
import relais.contributions.action.Actions;
import relais.contributions.known.GatherCircumstances;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRelay;

/** Actions, and what can be done with them. */
@Configuration(proxyBeanMethods = false)
class ActionConfiguration {

    @Bean
    MongoAggregates<Action, ActionEvent> actionAggregates(
            MongoDatabase database, OutboxRelay relay, EventSerializer serializer) {
        return new MongoAggregates<>(
                collection(database),
                relay,
                Action.class,
                new EventRecords<>(Topics.CONTRIBUTIONS, ActionAvro.language(), serializer),
                Actions.indexes());
    }

    @Bean
    Actions actions(MongoDatabase database, MongoAggregates<Action, ActionEvent> aggregates) {
        return new Actions(collection(database), aggregates);
    }

    @Bean
    ChangeAggregate<Action, ActionCommand, ActionEvent> changeAction(
            MongoAggregates<Action, ActionEvent> aggregates, GatherCircumstances gather) {
        return gather.change(new ActionRules(), aggregates);
    }

    private static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection("actions");
    }
}
