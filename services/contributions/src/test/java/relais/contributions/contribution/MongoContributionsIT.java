package relais.contributions.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import relais.aggregates.Aggregates;
import relais.aggregates.mongo.MongoAggregates;
import relais.outbox.OutboxRelay;
import relais.outbox.OutboxSettings;
import relais.teststack.TestStack;

/** The ports on MongoDB. The relay is not started: nothing here needs Kafka. */
class MongoContributionsIT extends ContributionsContract {

    private final MongoClient client = MongoClients.create(TestStack.shared().mongoUri());
    private final MongoDatabase database =
            client.getDatabase("contributions_" + UUID.randomUUID().toString().substring(0, 8));
    private final MongoCollection<Document> collection = database.getCollection("contributions");
    private final MongoAggregates<Contribution, ContributionEvent> aggregates = aggregatesIn();

    private MongoAggregates<Contribution, ContributionEvent> aggregatesIn() {
        OutboxRelay relay =
                OutboxRelay.toKafka(
                        Map.of("bootstrap.servers", "localhost:1"),
                        new SimpleMeterRegistry(),
                        Clock.systemUTC(),
                        OutboxSettings.defaults());
        MongoAggregates<Contribution, ContributionEvent> created =
                new MongoAggregates<>(
                        collection,
                        relay,
                        Contribution.class,
                        _ -> List.of(),
                        MongoContributions.indexes());
        created.ensureIndexes();
        return created;
    }

    @Override
    protected Aggregates<Contribution, ContributionEvent> aggregates() {
        return aggregates;
    }

    @Override
    protected Contributions contributions() {
        return new MongoContributions(aggregates);
    }

    @Override
    protected WorkingCopies copies() {
        return new MongoWorkingCopies(database.getCollection("workingCopies"));
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void everyListHasItsIndex() {
        List<String> names = new ArrayList<>();
        collection.listIndexes().forEach(index -> names.add(index.getString("name")));
        assertThat(names).contains("opened", "status", "axes", "everyones", "drafters", "evidence");
    }
}
