package relais.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.ConfluentSchemaRegistry;
import relais.events.EventSchemas;
import relais.events.EventSerializer;
import relais.events.SchemaRegistry;
import relais.events.Topics;
import relais.feed.adapter.kafka.PublicStream;
import relais.feed.adapter.kafka.PublicStreamPublisher;
import relais.feed.adapter.mongo.MongoUnpublished;
import relais.feed.query.Activities;

/**
 * Two publishers of the public stream in one group, as two processes of the service have them. What
 * they send is kept here: other feeds of this process send to the topics, too.
 */
class SeveralPublishersIT extends RunningFeed {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2023-02-01T10:00:00Z");

    /** Each is the key of its events: they lie in many partitions. */
    private static final List<String> TOWNS =
            List.of(
                    "commune:38185",
                    "commune:25056",
                    "commune:45234",
                    "commune:35238",
                    "commune:31555",
                    "commune:13055",
                    "commune:33063",
                    "commune:44109",
                    "commune:67482",
                    "commune:59350",
                    "commune:34172",
                    "commune:69123");

    @Autowired private Activities activities;

    private final String prefix = fresh("x-several-");
    private final String group = fresh("public-of-two-");
    private final List<String> sent = new CopyOnWriteArrayList<>();

    private PublicStreamPublisher publisher(MongoDatabase database, List<String> by) {
        SchemaRegistry registry = new ConfluentSchemaRegistry(STACK.registryUrl());
        EventSerializer entries = serializer(registry, Topics.PUBLIC_ACTIVITIES);
        EventSerializer shown = serializer(registry, Topics.PUBLIC_CARDS);
        var stream =
                new PublicStream(
                        cards,
                        activities,
                        new MongoUnpublished(database),
                        // What other tests leave set aside is passed.
                        card -> !card.startsWith(prefix),
                        UnaryOperator.identity(),
                        new PublicStream.Sending(entries, shown, message -> keep(message, by)));
        return new PublicStreamPublisher(
                group,
                List.of(Topics.PARTNERS, Topics.EXPERIENCES, Topics.CONTRIBUTIONS),
                Map.of("bootstrap.servers", STACK.kafkaBootstrap()),
                stream,
                () -> {
                    entries.resolve();
                    shown.resolve();
                },
                new SimpleMeterRegistry(),
                Clock.systemUTC());
    }

    private static EventSerializer serializer(SchemaRegistry registry, String topic) {
        return new EventSerializer(
                registry, topic, EventSchemas.publicStream().getOrDefault(topic, List.of()));
    }

    private CompletableFuture<?> keep(ProducerRecord<String, byte[]> message, List<String> by) {
        String event = new String(message.headers().lastHeader("ce_id").value(), UTF_8);
        if (message.topic().equals(Topics.PUBLIC_ACTIVITIES) && event.startsWith(prefix)) {
            sent.add(event);
            by.add(event);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Test
    void whenOneOfTwoStopsEachEventIsPublishedOnce() {
        List<String> byOne = new CopyOnWriteArrayList<>();
        List<String> byTwo = new CopyOnWriteArrayList<>();
        List<String> expected = new ArrayList<>();
        try (MongoClient client = MongoClients.create(STACK.mongoUri())) {
            MongoDatabase database = client.getDatabase(fresh("publishers_"));
            PublicStreamPublisher one = publisher(database, byOne);
            PublicStreamPublisher two = publisher(database, byTwo);
            one.start();
            two.start();
            try {
                for (int round = 0; byOne.isEmpty() || byTwo.isEmpty(); round++) {
                    assertThat(round).as("rounds until both read").isLessThan(30);
                    tell("a" + round, expected);
                    await().atMost(SOON).until(() -> sent.size() >= expected.size());
                }
                tell("b", expected);
            } finally {
                two.stop();
            }
            int byTheOther = byTwo.size();
            tell("c", expected);
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(sent).hasSizeGreaterThanOrEqualTo(expected.size()));
            one.stop();
            assertThat(sent).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(byTwo).hasSize(byTheOther);
        }
    }

    /** A card of each town, submitted, which the public stream leaves out, and published. */
    private void tell(String round, List<String> expected) {
        for (int i = 0; i < TOWNS.size(); i++) {
            String card = prefix + "-" + round + "-" + i;
            log.send(
                    EventLog.submitted(card, "p-x", "Titre", TOWNS.get(i), "mot", AT),
                    EventLog.published(card, 2, TOWNS.get(i), AT.plusSeconds(1)));
            expected.add(card + ":2");
        }
    }
}
