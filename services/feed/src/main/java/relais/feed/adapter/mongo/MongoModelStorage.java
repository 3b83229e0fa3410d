package relais.feed.adapter.mongo;

import static java.util.concurrent.TimeUnit.MINUTES;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.feed.rebuild.Model;
import relais.feed.rebuild.ModelStorage;
import relais.feed.rebuild.Parity;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.log.Offsets;
import relais.territories.Territories;

/** The collections of all models: {@code cards_v2}, {@code activities_v2} and so on. */
public final class MongoModelStorage implements ModelStorage {

    private static final Logger LOG = LoggerFactory.getLogger(MongoModelStorage.class);

    /** For what goes through whole collections: no other command is waited for as long. */
    private static final int LONGEST_MINUTES = 30;

    private final MongoDatabase database;
    private final CardDocuments cards;
    private final Clock clock;
    private final long memory;
    private final Object referring = new Object();

    /**
     * @param memory bytes that each partition that is being folded may take for cards, about
     */
    public MongoModelStorage(
            MongoDatabase database, Territories territories, Clock clock, long memory) {
        this.database = database;
        this.cards = new CardDocuments(new SearchKeys(territories));
        this.clock = clock;
        this.memory = memory;
    }

    private MongoModel model(int number) {
        return new MongoModel(database, number);
    }

    @Override
    public PartitionStorage open(Model model) {
        return new MongoPartitionStorage(
                model(model.number()).collections(),
                cards,
                model.order().batchSize(),
                memory,
                referring);
    }

    @Override
    public void removeUnfinished(Model model, Collection<LogPartition> finished) {
        var others =
                new Document(
                        "lane",
                        new Document(
                                "$nin", finished.stream().map(LogPartition::toString).toList()));
        MongoModel.Opened collections = model(model.number()).collections();
        patient(collections.cards()).deleteMany(others);
        patient(collections.activities()).deleteMany(others);
        // What refers to what is a set: to add it again changes nothing.
    }

    @Override
    public void complete(Model model) {
        MongoModel.Opened collections = model(model.number()).collections();
        // A store goes through a collection by one thread: both are gone through at once.
        List<String> made =
                Stream.<Supplier<List<String>>>of(
                                () -> Indexes.ofCards(patient(collections.cards())),
                                () -> Indexes.ofActivities(patient(collections.activities())))
                        .gather(Gatherers.mapConcurrent(2, Supplier::get))
                        .flatMap(List::stream)
                        .toList();
        LOG.info("Model {} has its {} indexes", model.number(), made.size());
    }

    private static MongoCollection<Document> patient(MongoCollection<Document> collection) {
        return collection.withTimeout(LONGEST_MINUTES, MINUTES);
    }

    @Override
    public void foldedUpTo(Model model, SortedMap<LogPartition, Checkpoint> digests) {
        new DigestDocuments(model(model.number())::digests).begin(digests);
    }

    @Override
    public void remove(int number) {
        MongoModel.Opened collections = model(number).collections();
        collections.cards().drop();
        collections.activities().drop();
        collections.references().drop();
        database.getCollection(MongoModel.digests(number)).drop();
        database.getCollection(MongoModel.parked(number)).drop();
        // What operators decided to do without stays: it is the trace of a decision.
    }

    @Override
    public Size size(int number) {
        MongoModel.Opened collections = model(number).collections();
        return new Size(
                collections.cards().estimatedDocumentCount(),
                collections.activities().estimatedDocumentCount(),
                database.getCollection(MongoModel.parked(number)).estimatedDocumentCount(),
                bytes("cards_v" + number, "activities_v" + number));
    }

    private long bytes(String... names) {
        long sum = 0;
        for (String name : names) {
            try {
                Document stats = database.runCommand(new Document("collStats", name));
                if (stats.get("size") instanceof Number size) {
                    sum += size.longValue();
                }
            } catch (MongoCommandException notTold) {
                return -1;
            }
        }
        return sum;
    }

    @Override
    public Parity compare(Model model, int serving, Offsets upTo) {
        return parity(model, serving, upTo).compare(serving, clock.instant());
    }

    @Override
    public Parity compareByPrint(Model model, int serving, Offsets upTo) {
        return parity(model, serving, upTo).compareByPrint(model.work(), serving, clock.instant());
    }

    private MongoParity parity(Model model, int serving, Offsets upTo) {
        return new MongoParity(
                model(model.number()).collections(),
                model(serving).collections(),
                upTo,
                model.order().asOf());
    }

    @Override
    public Parity.Content content(int number, Offsets upTo) {
        MongoModel.Opened collections = model(number).collections();
        return new MongoParity(collections, collections, upTo, null).content(collections);
    }
}
