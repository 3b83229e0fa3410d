package relais.benchmarks;

import static java.util.Comparator.comparingLong;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Gatherers;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * The floor of a rebuild: the same partitions are polled, and the documents that a rebuild made of
 * them are inserted as they are, in the same batches, by as many threads, and in the end indexed,
 * all collections at once.
 */
final class InsertFloor {

    private static final int BATCH = 500;
    private static final InsertManyOptions IN_ANY_ORDER = new InsertManyOptions().ordered(false);
    private static final List<String> COLLECTIONS = List.of("activities", "cards", "references");

    private final Map<String, Object> settings;
    private final MongoDatabase store;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Map<String, Map<String, List<RawBsonDocument>>> documents = new HashMap<>();
    private final Map<String, List<IndexModel>> indexes = new HashMap<>();

    /**
     * @param model the number of a model that was built, and stays as long as this is made
     */
    InsertFloor(Map<String, Object> kafka, List<String> topics, MongoDatabase store, int model) {
        // A consumer that closes waits for the fetch that is under way.
        this.settings = new HashMap<>(kafka);
        settings.put("auto.offset.reset", "none");
        settings.put("fetch.max.wait.ms", 20);
        this.store = store;
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            List<TopicPartition> partitions =
                    topics.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(found -> new TopicPartition(found.topic(), found.partition()))
                            .toList();
            ends.putAll(consumer.endOffsets(partitions));
            ends.values().removeIf(end -> end == 0);
        }
        for (String name : COLLECTIONS) {
            String from = name + "_v" + model;
            documents.put(name, documents(from));
            indexes.put(name, indexes(from));
        }
    }

    private Map<String, List<RawBsonDocument>> documents(String collection) {
        Map<String, List<RawBsonDocument>> byPartition = new HashMap<>();
        for (RawBsonDocument document :
                store.getCollection(collection, RawBsonDocument.class).find().batchSize(BATCH)) {
            // What refers to a card is of no partition; one of them writes it.
            String partition =
                    document.containsKey("lane") ? document.getString("lane").getValue() : "";
            byPartition.computeIfAbsent(partition, _ -> new ArrayList<>()).add(document);
        }
        return byPartition;
    }

    private List<IndexModel> indexes(String collection) {
        List<IndexModel> found = new ArrayList<>();
        for (Document index : store.getCollection(collection).listIndexes()) {
            if (!index.getString("name").equals("_id_")) {
                found.add(
                        new IndexModel(
                                index.get("key", Document.class),
                                new IndexOptions().unique(index.getBoolean("unique", false))));
            }
        }
        return found;
    }

    /**
     * What it took.
     *
     * @param inserted without the indexes
     * @param all with them
     * @param processor of this process, for all
     */
    record Inserted(Duration inserted, Duration all, Duration processor) {}

    Inserted measure(int threads) throws Exception {
        Duration before = JavaProcess.self().processorTime();
        long begin = System.nanoTime();
        Queue<TopicPartition> open = new ConcurrentLinkedQueue<>();
        ends.keySet().stream()
                .sorted(comparingLong(partition -> -ends.getOrDefault(partition, 0L)))
                .forEach(open::add);
        List<Future<?>> inserting = new ArrayList<>();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            insert("references", documents("references", ""));
            for (int i = 0; i < threads; i++) {
                inserting.add(executor.submit(() -> pollAndInsert(open)));
            }
        }
        for (Future<?> one : inserting) {
            one.get();
        }
        Duration inserted = Duration.ofNanos(System.nanoTime() - begin);
        List<String> made =
                COLLECTIONS.stream()
                        .gather(Gatherers.mapConcurrent(COLLECTIONS.size(), this::index))
                        .flatMap(List::stream)
                        .toList();
        if (made.size() != indexes.values().stream().mapToInt(List::size).sum()) {
            throw new IllegalStateException("Not all indexes were made, but " + made);
        }
        Duration all = Duration.ofNanos(System.nanoTime() - begin);
        Duration processor = JavaProcess.self().processorTime().minus(before);
        COLLECTIONS.forEach(name -> collection(name).drop());
        return new Inserted(inserted, all, processor);
    }

    private List<String> index(String name) {
        List<IndexModel> wanted = indexes.getOrDefault(name, List.of());
        return wanted.isEmpty() ? List.of() : collection(name).createIndexes(wanted);
    }

    private void pollAndInsert(Queue<TopicPartition> open) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            for (TopicPartition next = open.poll(); next != null; next = open.poll()) {
                consumer.assign(List.of(next));
                consumer.seekToBeginning(List.of(next));
                long end = ends.getOrDefault(next, 0L);
                String partition = next.topic() + ":" + next.partition();
                int polled = 0;
                int inserted = 0;
                while (consumer.position(next) < end) {
                    polled += consumer.poll(Duration.ofSeconds(1)).count();
                    for (; inserted + BATCH <= polled; inserted += BATCH) {
                        insert(partition, inserted, inserted + BATCH);
                    }
                }
                insert(partition, inserted, Integer.MAX_VALUE);
            }
        }
    }

    private void insert(String partition, int from, int to) {
        for (String name : List.of("activities", "cards")) {
            List<RawBsonDocument> all = documents(name, partition);
            insert(name, all.subList(Math.min(from, all.size()), Math.min(to, all.size())));
        }
    }

    private void insert(String name, List<RawBsonDocument> some) {
        for (int from = 0; from < some.size(); from += BATCH) {
            collection(name)
                    .insertMany(
                            some.subList(from, Math.min(from + BATCH, some.size())), IN_ANY_ORDER);
        }
    }

    private List<RawBsonDocument> documents(String name, String partition) {
        return documents.getOrDefault(name, Map.of()).getOrDefault(partition, List.of());
    }

    private MongoCollection<RawBsonDocument> collection(String name) {
        return store.getCollection("floor_" + name, RawBsonDocument.class);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
