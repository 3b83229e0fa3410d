package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import relais.events.experiences.ExperienceConfirmed;
import relais.events.experiences.ExperienceModerated;
import relais.events.experiences.ExperiencePublished;
import relais.events.experiences.ExperienceSubmitted;
import relais.feed.adapter.mongo.MongoFeed;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Projector;
import relais.feed.projection.Stamp;
import relais.feed.query.Cards;
import relais.feed.query.StoredCard;
import relais.territories.Territories;
import relais.teststack.TestStack;

/** The projection on a real store, killed at any write, against one that nobody disturbed. */
class RecoveryIT {

    private static final Logger LOG = LoggerFactory.getLogger(RecoveryIT.class);
    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Territories TERRITORIES = Territories.load();
    private static final int CARDS = 1_000;
    private static final int EVENTS_A_CARD = 5;
    private static final int LONG_LIFE = 700;
    private static final int BATCH = 500;
    private static final int KILLS = 12;

    @Test
    void aProjectionKilledAtAnyWriteHasTheDocumentsOfAnUndisturbedOneSoonAfterItsRestart() {
        List<CardEvent> events = events();
        try (MongoClient client = MongoClients.create(TestStack.shared().mongoUri())) {
            MongoDatabase calm = client.getDatabase("calm_" + UUID.randomUUID());
            MongoDatabase wild = client.getDatabase("wild_" + UUID.randomUUID());
            try {
                long start = System.nanoTime();
                assertThat(project(events, 0, projector(calm))).isEqualTo(events.size());
                LOG.info("{} events undisturbed: {} ms", events.size(), since(start).toMillis());

                int done = killedAgainAndAgain(events, wild);
                int unclosed = unclosed(wild);
                assertThat(unclosed).as("killed before the end of old versions").isPositive();
                start = System.nanoTime();
                Projector last = projector(wild);
                last.versions(ids(events.subList(done, Math.min(done + BATCH, events.size()))));
                Duration mended = since(start);
                assertThat(project(events, done, last)).isEqualTo(events.size());
                LOG.info(
                        "killed {} times or more; {} versions without end, closed {} ms after the restart;"
                                + " the remaining {} events: {} ms",
                        KILLS,
                        unclosed,
                        mended.toMillis(),
                        events.size() - done,
                        since(start).toMillis());

                for (String collection : List.of("cards_v1", "activities_v1")) {
                    Map<String, Document> expected = documents(calm, collection);
                    assertThat(expected).hasSize(events.size());
                    assertThat(documents(wild, collection)).isEqualTo(expected);
                }
                assertThat(open(wild)).isEqualTo(CARDS + 1);
            } finally {
                calm.drop();
                wild.drop();
            }
        }
    }

    @Test
    void theLatestVersionOfAnyCardIsFoundWhateverIsRemembered() {
        List<CardEvent> events = longLife("x-long", 0);
        try (MongoClient client = MongoClients.create(TestStack.shared().mongoUri())) {
            MongoDatabase database = client.getDatabase("heads_" + UUID.randomUUID());
            try {
                Cards remembering = new MongoFeed(new MongoModel(database, 1), TERRITORIES).cards();
                Projector projector = projector(database);
                for (int version = 1; version <= 140; version++) {
                    projector.apply(events.subList(version - 1, version));
                    Cards fresh = new MongoFeed(new MongoModel(database, 1), TERRITORIES).cards();
                    assertThat(version(fresh)).isEqualTo(version);
                    if (version % 20 == 1) {
                        assertThat(version(remembering)).isEqualTo(version);
                    }
                }
                projector.apply(events);
                assertThat(version(remembering)).isEqualTo(LONG_LIFE);
                assertThat(remembering.find("x-none", null)).isEmpty();
            } finally {
                database.drop();
            }
        }
    }

    private static long version(Cards cards) {
        return cards.find("x-long", null).map(StoredCard::card).orElseThrow().version();
    }

    /** How many events the log's reader would have committed after all the kills. */
    private static int killedAgainAndAgain(List<CardEvent> events, MongoDatabase database) {
        var random = new Random(20_151_001);
        int done = 0;
        // The last one is to leave something to mend.
        for (int kill = 0; kill < KILLS || (kill < 2 * KILLS && unclosed(database) < 50); kill++) {
            var store = new MortalStore(300 + random.nextInt(1_500));
            done = project(events, done, projector(store.of(database)));
        }
        assertThat(done).as("killed before the end").isBetween(1, events.size() - BATCH);
        return done;
    }

    /**
     * Batch by batch as the log's reader does, until it is killed: an unfinished one comes again.
     */
    private static int project(List<CardEvent> events, int from, Projector projector) {
        int done = from;
        while (done < events.size()) {
            List<CardEvent> batch = events.subList(done, Math.min(done + BATCH, events.size()));
            try {
                projector.versions(ids(batch));
                projector.apply(batch);
            } catch (MortalStore.Killed killed) {
                return done;
            }
            done += batch.size();
        }
        return done;
    }

    private static Set<String> ids(List<CardEvent> batch) {
        return batch.stream().map(event -> event.stamp().aggregateId()).collect(Collectors.toSet());
    }

    /** As of a process that remembers nothing. */
    private static Projector projector(MongoDatabase database) {
        return new Projector(
                new MongoFeed(new MongoModel(database, 1), TERRITORIES).readModel(), steps -> {});
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static int open(MongoDatabase database) {
        return (int)
                database.getCollection("cards_v1").countDocuments(new Document("validTo", null));
    }

    private static int unclosed(MongoDatabase database) {
        return open(database) - heads(database);
    }

    private static int heads(MongoDatabase database) {
        return database.getCollection("cards_v1")
                .distinct("aggregateId", String.class)
                .into(new ArrayList<>())
                .size();
    }

    private static Map<String, Document> documents(MongoDatabase database, String collection) {
        var documents = new TreeMap<String, Document>();
        database.getCollection(collection)
                .find()
                .forEach(document -> documents.put(document.getString("_id"), document));
        return documents;
    }

    private static List<CardEvent> events() {
        var events = new ArrayList<CardEvent>();
        List<CardEvent> longLife = longLife("x-long", 10_000_000);
        for (int n = 0; n < CARDS; n++) {
            String id = "x-" + n;
            events.add(submitted(id, events.size()));
            events.add(
                    Histories.event(
                            stamp(id, 2, events.size()), new ExperiencePublished("", null)));
            for (long sequence = 3; sequence < EVENTS_A_CARD; sequence++) {
                events.add(confirmed(id, sequence, events.size()));
            }
            events.add(
                    n % 10 == 0
                            ? Histories.event(
                                    stamp(id, EVENTS_A_CARD, events.size()),
                                    new ExperienceModerated("", "Publicité"))
                            : confirmed(id, EVENTS_A_CARD, events.size()));
        }
        // In one go, so that a kill leaves hundreds of its versions open.
        events.addAll(CARDS, longLife);
        return events;
    }

    private static List<CardEvent> longLife(String id, long offset) {
        var events = new ArrayList<CardEvent>();
        events.add(submitted(id, offset));
        events.add(Histories.event(stamp(id, 2, offset + 1), new ExperiencePublished("", null)));
        for (long sequence = 3; sequence <= LONG_LIFE; sequence++) {
            events.add(confirmed(id, sequence, offset + sequence));
        }
        return events;
    }

    private static CardEvent submitted(String id, long offset) {
        return Histories.event(
                stamp(id, 1, offset),
                new ExperienceSubmitted(
                        "", Histories.PARTNER, Histories.content("Carte " + id), null, null));
    }

    private static CardEvent confirmed(String id, long sequence, long offset) {
        return Histories.event(
                stamp(id, sequence, offset),
                new ExperienceConfirmed("", LocalDate.of(2026, 3, 1).plusDays(sequence)));
    }

    private static Stamp stamp(String id, long sequence, long offset) {
        return new Stamp(
                id,
                sequence,
                AT.plusSeconds(60 * sequence),
                Histories.PARTNER,
                null,
                false,
                new LogPosition("relais.experiences", 0, offset));
    }
}
