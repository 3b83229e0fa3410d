package relais.contributions.config;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.log.EventRecords;
import relais.aggregates.mongo.MongoAggregates;
import relais.contributions.workingday.WorkingDayLanguage;
import relais.contributions.workingday.MongoWorkingDays;
import relais.contributions.workingday.WorkingDayDocuments;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.workingday.WorkingDayType;
import relais.contributions.workingday.WorkingDay;
import relais.contributions.workingday.WorkingDayCommand;
import relais.contributions.workingday.WorkingDayEvent;
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
                new WorkingDayDocuments(),
                new EventRecords<>(Topics.CONTRIBUTIONS, new WorkingDayLanguage(), serializer),
                MongoWorkingDays.indexes());
    }

    @Bean
    MongoWorkingDays workingDays(
            MongoDatabase database, MongoAggregates<WorkingDay, WorkingDayEvent> aggregates) {
        return new MongoWorkingDays(collection(database), aggregates);
    }

    @Bean
    ChangeAggregate<WorkingDay, WorkingDayCommand, WorkingDayEvent> changeWorkingDay(
            MongoAggregates<WorkingDay, WorkingDayEvent> aggregates, GatherCircumstances gather) {
        return gather.change(new WorkingDayType(), aggregates);
    }

    private static MongoCollection<Document> collection(MongoDatabase database) {
        return database.getCollection("workingDays");
    }
}
