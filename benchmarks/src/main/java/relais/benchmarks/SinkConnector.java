package relais.benchmarks;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * MongoDB's own way from Kafka: its sink connector in Kafka Connect's standalone worker. It writes
 * each event as the document that its value is, in bulks, and folds nothing.
 */
final class SinkConnector {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Map<String, Object> kafka;
    private final String topic;
    private final String mongodb;
    private final MongoCollection<Document> documents;

    /**
     * @param topic values are JSON documents with an {@code _id}
     */
    SinkConnector(
            Map<String, Object> kafka,
            String topic,
            String mongodb,
            MongoCollection<Document> documents) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.mongodb = mongodb;
        this.documents = documents;
    }

    /**
     * How long it takes from the first document to the last; the start of the worker, some seconds,
     * is not counted.
     */
    Duration measure(int events, int tasks, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("connect.log");
        Process worker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.apache.kafka.connect.cli.ConnectStandalone",
                                worker(folder).toString(),
                                connector(folder, tasks).toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            long limit = System.nanoTime() + LONGEST.toNanos();
            long begin = 0;
            long before = 0;
            while (true) {
                long written = documents.estimatedDocumentCount();
                long now = System.nanoTime();
                if (begin == 0 && written > 0) {
                    begin = now;
                    before = written;
                }
                if (written >= events) {
                    // What was there at the first look counts as fast as the rest.
                    return Duration.ofNanos(
                            Math.round((now - begin) * (double) events / (events - before)));
                }
                if (!worker.isAlive() || now > limit) {
                    throw new IOException(
                            written + " documents; Connect said: " + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            }
        } finally {
            worker.destroy();
            if (!worker.waitFor(20, TimeUnit.SECONDS)) {
                worker.destroyForcibly();
            }
        }
    }

    private Path worker(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String user : List.of("", "consumer.")) {
            kafka.forEach((name, value) -> lines.add(user + name + "=" + value));
        }
        lines.addAll(
                List.of(
                        "key.converter=org.apache.kafka.connect.storage.StringConverter",
                        "value.converter=org.apache.kafka.connect.storage.StringConverter",
                        "offset.storage.file.filename=" + folder.resolve("offsets"),
                        "listeners=http://127.0.0.1:0",
                        "plugin.discovery=service_load",
                        "consumer.max.poll.records=2000"));
        return Files.write(folder.resolve("worker.properties"), lines);
    }

    private Path connector(Path folder, int tasks) throws IOException {
        return Files.write(
                folder.resolve("connector.properties"),
                List.of(
                        "name=relais-bench-" + documents.getNamespace().getCollectionName(),
                        "connector.class=com.mongodb.kafka.connect.MongoSinkConnector",
                        "tasks.max=" + tasks,
                        "topics=" + topic,
                        "connection.uri=" + mongodb,
                        "database=" + documents.getNamespace().getDatabaseName(),
                        "collection=" + documents.getNamespace().getCollectionName(),
                        "document.id.strategy=com.mongodb.kafka.connect.sink.processor.id.strategy.ProvidedInValueStrategy",
                        "max.batch.size=500"));
    }
}
