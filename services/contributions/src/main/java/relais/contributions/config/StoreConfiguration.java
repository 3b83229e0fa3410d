package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.mongo.AggregatesStart;
import relais.aggregates.mongo.MongoAggregates;
import relais.aggregates.mongo.MongoPartners;
import relais.contributions.action.Action;
import relais.contributions.contribution.Contribution;
import relais.contributions.contribution.MongoWorkingCopies;
import relais.contributions.known.MongoCards;
import relais.contributions.known.MongoExperiences;
import relais.contributions.message.AuthorKey;
import relais.contributions.message.Message;
import relais.contributions.message.MongoPostingRate;
import relais.contributions.objective.Objective;
import relais.contributions.workingday.WorkingDay;
import relais.events.EventDeserializer;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.outbox.StoredAggregates;
import relais.outbox.StoredAggregates.Kind;

/**
 * The languages of the log, what the service keeps beside its aggregates and knows of others, and
 * what an operator may know of its own. Nothing here talks to MongoDB before {@link
 * AggregatesStart}.
 */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    EventSerializer eventSerializer(SchemaRegistry registry) {
        return new EventSerializer(registry, Topics.CONTRIBUTIONS, EventSchemas.contributions());
    }

    @Bean
    EventDeserializer eventDeserializer(SchemaRegistry registry) {
        return new EventDeserializer(registry);
    }

    @Bean
    MongoWorkingCopies workingCopies(MongoDatabase database) {
        return new MongoWorkingCopies(database.getCollection("workingCopies"));
    }

    @Bean
    MongoPostingRate postingRate(MongoDatabase database, Clock clock) {
        return new MongoPostingRate(database.getCollection("recentPosts"), clock);
    }

    @Bean
    MongoPartners partners(MongoDatabase database) {
        return new MongoPartners(database.getCollection("partners"), null);
    }

    @Bean
    MongoExperiences experiences(MongoDatabase database) {
        return new MongoExperiences(database.getCollection("experiences"));
    }

    /** An author's key is also replaced by a new one, which nobody else learns of. */
    @Bean
    StoredAggregates storedAggregates(
            MongoAggregates<Contribution, ?> contributions,
            MongoAggregates<Objective, ?> objectives,
            MongoAggregates<Action, ?> actions,
            MongoAggregates<WorkingDay, ?> workingDays,
            MongoAggregates<Message, ?> messages,
            MongoAggregates<AuthorKey, ?> authorKeys) {
        return new StoredAggregates(
                List.of(
                        Kind.published("CONTRIBUTION", contributions.aggregates()),
                        Kind.published("OBJECTIVE", objectives.aggregates()),
                        Kind.published("ACTION", actions.aggregates()),
                        Kind.published("WORKING_DAY", workingDays.aggregates()),
                        Kind.published("MESSAGE", messages.aggregates()),
                        Kind.withPrivateSteps("AUTHOR_KEY", authorKeys.aggregates())));
    }

    @Bean
    MongoCards cards(
            MongoPartners partners,
            MongoExperiences experiences,
            ObjectProvider<MongoAggregates<?, ?>> aggregates) {
        return new MongoCards(partners, experiences, aggregates.stream().toList());
    }
}
