package relais.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Option;
import relais.events.Registrar;
import relais.local.LocalStack;
import relais.local.StackSettings;
import relais.local.backbone.MongoChoice;

/** A stack of a benchmark's own, of the parts that the feed needs, and the store of that feed. */
final class FeedStack {

    /** Longer than a store takes for its slowest batch. */
    private static final Duration STANDSTILL = Duration.ofMinutes(3);

    @Option(
            names = "--mongodb-uri",
            description = "of a MongoDB that is there, in place of the launcher's own")
    String mongodb = "";

    @Option(names = "--database", description = "of the feed (by default a new one)")
    String database = "relais_bench_" + UUID.randomUUID().toString().substring(0, 8);

    @Option(
            names = "--flags",
            split = " ",
            description =
                    "options of the feed's Java virtual machine, given after those that it has,"
                            + " such as -XX:TieredStopAtLevel=4")
    List<String> flags = List.of();

    @Option(
            names = "--store-heap",
            description =
                    "of the stand-in for MongoDB: two models and the documents of a floor are more"
                            + " than it is given for the example data (default ${DEFAULT-VALUE})")
    String storeHeap = "4g";

    StackSettings settings() {
        StackSettings own = StackSettings.temporary();
        MongoChoice choice =
                mongodb.isBlank()
                        ? own.mongo()
                        : MongoChoice.of(Map.of(MongoChoice.VARIABLE, mongodb));
        return new StackSettings(
                        own.distribution(),
                        own.home(),
                        own.ports(),
                        choice,
                        own.environment(),
                        own.jvmOptions())
                .withEnvironment("feed", Map.of("RELAIS_FEED_DATABASE", database))
                .withJvmOptions("mongodb", List.of("-Xmx" + storeHeap))
                .withJvmOptions("feed", flags);
    }

    /**
     * What the feed needs, and the history service, and no more: what else runs takes from the two
     * cores of a small machine.
     */
    static void start(LocalStack stack, StackSettings settings) {
        stack.prepare();
        stack.start("kafka");
        stack.createTopics();
        stack.start("registry");
        if (!new Registrar(stack.registrar()).register().isComplete()) {
            throw new IllegalStateException("The registry refuses this build's schemas");
        }
        if (!(settings.mongo() instanceof MongoChoice.External)) {
            stack.start("mongodb");
        }
        stack.start("identity");
    }

    /**
     * By the group's offsets: an answer of the feed would have to be counted.
     *
     * @throws IOException if nothing was folded for minutes
     */
    static void awaitFolded(LocalStack stack, int events) throws Exception {
        try (Admin admin = Admin.create(stack.kafkaConnection())) {
            long folded = 0;
            long movedAt = System.nanoTime();
            while (folded < events) {
                TimeUnit.MILLISECONDS.sleep(200);
                long now =
                        admin
                                .listConsumerGroupOffsets("relais.feed")
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .values()
                                .stream()
                                .mapToLong(next -> next.offset())
                                .sum();
                if (now > folded) {
                    folded = now;
                    movedAt = System.nanoTime();
                } else if (System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
                    throw new IOException(
                            "The feed has stood still for %s, with %d of %d events folded"
                                    .formatted(STANDSTILL, folded, events));
                }
            }
        }
    }
}
