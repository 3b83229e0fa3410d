package relais.contributions.config;

import com.mongodb.client.MongoDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import relais.aggregates.ChangeAggregate;
import relais.aggregates.log.EventRecords;
import relais.aggregates.mongo.MongoAggregates;
import relais.contributions.contribution.ReadContributions;
import relais.contributions.known.Cards;
import relais.contributions.known.GatherCircumstances;
import relais.contributions.message.AuthorKey;
import relais.contributions.message.AuthorKeyRecords;
import relais.contributions.message.AuthorKeyRules;
import relais.contributions.message.Message;
import relais.contributions.message.MessageAvro;
import relais.contributions.message.MessageCommand;
import relais.contributions.message.MessageEvent;
import relais.contributions.message.MessageRules;
import relais.contributions.message.MongoPostingRate;
import relais.contributions.message.MongoThreads;
import relais.contributions.message.Subjects;
import relais.contributions.message.TextCipher;
import relais.events.EventSerializer;
import relais.events.Topics;
import relais.outbox.OutboxRelay;

/** Messages and the keys of their authors. */
@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    @Bean
    MongoAggregates<Message, MessageEvent> messages(
            MongoDatabase database, OutboxRelay relay, EventSerializer serializer) {
        return new MongoAggregates<>(
                database.getCollection("messages"),
                relay,
                Message.class,
                new EventRecords<>(Topics.CONTRIBUTIONS, MessageAvro.language(), serializer),
                MongoThreads.INDEXES);
    }

    @Bean
    MongoAggregates<AuthorKey, AuthorKey.Event> authorKeys(
            MongoDatabase database, OutboxRelay relay, EventSerializer serializer) {
        return new MongoAggregates<>(
                database.getCollection("authorKeys"),
                relay,
                AuthorKey.class,
                new AuthorKeyRecords(serializer),
                List.of());
    }

    @Bean
    MongoPostingRate postingRate(MongoDatabase database, Clock clock) {
        return new MongoPostingRate(database.getCollection("recentPosts"), clock);
    }

    @Bean
    Subjects subjects(Cards cards, ReadContributions contributions) {
        return Subjects.of(cards, contributions);
    }

    @Bean
    TextCipher textCipher() {
        return new TextCipher(new SecureRandom());
    }

    @Bean
    ChangeAggregate<Message, MessageCommand, MessageEvent> changeMessage(
            MongoAggregates<Message, MessageEvent> messages, GatherCircumstances gather) {
        return gather.change(new MessageRules(), messages);
    }

    @Bean
    ChangeAggregate<AuthorKey, AuthorKey.Command, AuthorKey.Event> changeAuthorKey(
            MongoAggregates<AuthorKey, AuthorKey.Event> authorKeys, GatherCircumstances gather) {
        return gather.change(new AuthorKeyRules(), authorKeys);
    }
}
