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
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayAvro;
import relais.contributions.workingday.WorkingDayCommand;
import relais.contributions.workingday.WorkingDayEvent;
import relais.contributions.workingday.WorkingDayRules;
import relais.contributions.workingday.WorkingDays;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRelay;

/** Working days, and what can be done with them. */
@Configuration(proxyBeanMethods = false)
class WorkingDayConfiguration {

    @Bean
    MongoAggregates<WorkingDay, WorkingDayEvent> workingDayAggregates(
            MongoDatabase database, OutboxRelay relay, EventSerializer serializer) {
        return new MongoAggregates<>(
                collection(database),
                relay,
                WorkingDay.class,
                new EventRecords<>(Topics.CONTRIBUTIONS, WorkingDayAvro.language(), serializer),
                WorkingDays.indexes());
    }

    @Bean
    WorkingDays workingDays(
            MongoDatabase database, MongoAggregates<WorkingDay, WorkingDayEvent> aggregates) {
        return new WorkingDays(collection(database), aggregates);
    }

    @Bean
    ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> changeWorkingDay(
            MongoAggregates<WorkingDay, WorkingDayEvent> aggregates, GatherCircumstances gather) {
        return gather.change(new WorkingDayRules(), aggregates);
    }

    private static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection("workingDays");
    }
}
