package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import relais.events.contributions.ActionContent;
import relais.events.contributions.ActionPlanned;
import relais.events.contributions.ActionProgressed;
import relais.events.contributions.ActionRevised;
import relais.events.contributions.Axis;
import relais.events.contributions.ConsultationOpened;
import relais.events.contributions.ContributionKind;
import relais.events.contributions.ContributionOpened;
import relais.events.contributions.ContributionWithdrawn;
import relais.events.contributions.EvidenceCited;
import relais.events.contributions.EvidenceRemoved;
import relais.events.contributions.MessagePosted;
import relais.events.contributions.MessageRedacted;
import relais.events.contributions.RedactedBy;
import relais.feed.adapter.mongo.MongoFeed;
import relais.feed.adapter.mongo.MongoModel;
import relais.feed.projection.Card;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.feed.projection.Projector;
import relais.feed.projection.ReadModel;
import relais.feed.projection.Stamp;
import relais.feed.projection.Step;
import relais.feed.query.Cards;
import relais.feed.query.Reader;
import relais.feed.query.StoredCard;
import relais.territories.Territories;
import relais.teststack.TestStack;

/** What cites a card, serves it and talks about it, on a real store. */
class ReferencesIT {

    private static final Instant AT = Instant.parse("2026-03-01T08:00:00Z");
    private static final Territories TERRITORIES = Territories.load();
    private static final String MINISTRY = "p-mene";
    private static final int SUBJECTS = 12;
    private static final int EACH = 150;
    private static final int BATCH = 100;
    private static final int KILLS = 15;

    private static void onAStore(Consumer<MongoDatabase> test) {
        try (MongoClient client = MongoClients.create(TestStack.shared().mongoUri())) {
            MongoDatabase database = client.getDatabase("references_" + UUID.randomUUID());
            try {
                test.accept(database);
            } finally {
                database.drop();
            }
        }
    }

    @Test
    void aProjectionKilledAtAnyWriteLosesNoneAndCountsNoneTwice() {
        List<CardEvent> events = events();
        var calm = new TreeMap<String, Object>();
        onAStore(
                database -> {
                    assertThat(project(events, 0, database)).isEqualTo(events.size());
                    calm.putAll(references(database));
                });
        onAStore(
                database -> {
                    var random = new Random(20_180_405);
                    int done = 0;
                    for (int kill = 0; kill < KILLS; kill++) {
                        var store = new MortalStore(50 + random.nextInt(400));
                        done = project(events, done, store.of(database));
                        assertEveryVersionIsFound(database);
                    }
                    assertThat(done).isBetween(1, events.size() - BATCH);
                    assertThat(project(events, done, database)).isEqualTo(events.size());
                    assertThat(references(database)).isEqualTo(calm);
                });
    }

    @Test
    void aSecondWriterThatIsLateChangesNothing() {
        onAStore(
                database -> {
                    var steps = new ArrayList<Step>();
                    new Projector(feed(database).readModel(), steps::addAll).apply(events());
                    Map<String, Object> once = references(database);

                    ReadModel late = feed(database).readModel();
                    for (int from = 0; from < steps.size(); from += BATCH) {
                        late.write(steps.subList(from, Math.min(from + BATCH, steps.size())));
                    }

                    assertThat(references(database)).isEqualTo(once);
                });
    }

    @Test
    void aCardIsOnThePageOfWhatItRefersToAsItsOwnVersionsSay() {
        onAStore(
                database -> {
                    MongoFeed feed = feed(database);
                    new Projector(feed.readModel(), steps -> {})
                            .apply(
                                    List.of(
                                            opened("c-1", 1),
                                            cited("c-1", 2, "x-1"),
                                            opened("c-2", 1),
                                            cited("c-2", 2, "x-1"),
                                            consulted("c-2", 3),
                                            Histories.event(
                                                    stamp("c-2", 4),
                                                    new EvidenceRemoved("", "x-1", null)),
                                            opened("c-3", 1),
                                            cited("c-3", 2, "x-1"),
                                            consulted("c-3", 3),
                                            Histories.event(
                                                    stamp("c-3", 4),
                                                    new ContributionWithdrawn("", "Sans objet")),
                                            planned("ac-1", "x-1", "c-9"),
                                            planned("ac-2", "o-2", "c-9"),
                                            Histories.event(
                                                    stamp("ac-2", 2),
                                                    new ActionRevised(
                                                            "", plan("x-1", "c-9"), null))));
                    Cards cards = feed.cards();

                    assertThat(referring(cards, "x-1", Reader.COMMITTEE, null))
                            .containsExactly("c-1", "ac-2", "ac-1");
                    assertThat(referring(cards, "x-1", Reader.PUBLIC, null))
                            .containsExactly("ac-2", "ac-1");
                    assertThat(referring(cards, "x-1", Reader.PUBLIC, at(3)))
                            .containsExactly("c-3", "c-2", "ac-2", "ac-1");
                    assertThat(referring(cards, "x-1", Reader.COMMITTEE, at(1)))
                            .containsExactly("ac-1");
                    assertThat(referring(cards, "o-2", Reader.PUBLIC, null)).isEmpty();
                    assertThat(referring(cards, "o-2", Reader.PUBLIC, at(1)))
                            .containsExactly("ac-2");
                    assertThat(cards.referring("x-1", Reader.COMMITTEE, null, 2)).hasSize(2);
                    assertThat(cards.referring("c-1", Reader.COMMITTEE, null, 2)).isEmpty();
                });
    }

    @Test
    void messagesAreCountedWhileTheyStand() {
        onAStore(
                database -> {
                    MongoFeed feed = feed(database);
                    var events = new ArrayList<CardEvent>();
                    for (int n = 0; n < 100; n++) {
                        events.add(posted("msg-" + n, "x-1"));
                    }
                    events.add(posted("msg-200", "x-2"));
                    events.add(redacted("msg-7", 2));
                    var projector = new Projector(feed.readModel(), steps -> {});
                    projector.apply(events);
                    assertThat(feed.cards().messages("x-1", null)).isEqualTo(99);
                    projector.apply(List.of(redacted("msg-7", 3), redacted("msg-8", 2)));

                    assertThat(feed.cards().messages("x-1", null)).isEqualTo(98);
                    assertThat(feed.cards().messages("x-1", at(1))).isEqualTo(100);
                    assertThat(feed.cards().messages("x-1", at(0))).isZero();
                    assertThat(feed.cards().messages("x-2", null)).isEqualTo(1);
                    assertThat(feed.cards().messages("x-3", null)).isZero();
                });
    }

    @Test
    void whatThePageOfACardAsksForIsFoundByIdsAlone() {
        List<BsonDocument> commands = new CopyOnWriteArrayList<>();
        var watched =
                MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(TestStack.shared().mongoUri()))
                        .addCommandListener(
                                new CommandListener() {
                                    @Override
                                    public void commandStarted(CommandStartedEvent event) {
                                        commands.add(event.getCommand().clone());
                                    }
                                })
                        .build();
        onAStore(
                database -> {
                    project(events(), 0, database);
                    try (MongoClient client = MongoClients.create(watched)) {
                        var model = new MongoModel(client.getDatabase(database.getName()), 1);
                        Cards cards = MongoFeed.of(model, TERRITORIES).cards();
                        model.open();
                        commands.clear();

                        assertThat(cards.has("c-1", 1)).isTrue();
                        assertThat(cards.find("c-1", null)).isPresent();
                        assertThat(cards.referring("x-1", Reader.COMMITTEE, null, 100))
                                .isNotEmpty();
                        assertThat(cards.messages("x-1", null)).isZero();
                        assertThat(cards.all(List.of("c-1", "ac-1"), null)).hasSize(2);
                        assertThat(cards.versions(List.of("c-1:1"))).hasSize(1);
                        assertThat(cards.partnerNames(List.of(MINISTRY), null)).isEmpty();

                        // Before the client ends its sessions, which a server with sessions is
                        // told.
                        assertThat(commands)
                                .filteredOn(ReferencesIT::isOfTheModel)
                                .hasSizeGreaterThan(5)
                                .allSatisfy(
                                        command -> {
                                            assertThat(command.getFirstKey()).isEqualTo("find");
                                            assertThat(command.getDocument("filter").keySet())
                                                    .containsExactly("_id");
                                        });
                    }
                });
    }

    /** And not of where it stands. */
    private static boolean isOfTheModel(BsonDocument command) {
        String collection = command.getString(command.getFirstKey()).getValue();
        return !collection.startsWith("digests") && !collection.startsWith("parked");
    }

    private static MongoFeed feed(MongoDatabase database) {
        return MongoFeed.of(new MongoModel(database, 1), TERRITORIES);
    }

    private static List<String> referring(
            Cards cards, String id, Reader reader, @Nullable Instant asOf) {
        return cards.referring(id, reader, asOf, 10).stream()
                .map(stored -> stored.card().aggregateId())
                .toList();
    }

    /** Also right after a crash: what a reader can see of a card is on the other card's page. */
    private static void assertEveryVersionIsFound(MongoDatabase database) {
        Cards cards = feed(database).cards();
        var ids = new ArrayList<String>();
        for (int n = 0; n < EACH; n++) {
            ids.add("c-" + n);
            ids.add("ac-" + n);
        }
        var expected = new TreeMap<String, Set<String>>();
        for (StoredCard stored : cards.all(ids, null).values()) {
            Card card = stored.card();
            for (String target : card.refersTo()) {
                expected.computeIfAbsent(target, of -> new HashSet<>()).add(card.aggregateId());
            }
        }
        expected.forEach(
                (target, referrers) ->
                        assertThat(cards.referring(target, Reader.COMMITTEE, null, 1_000))
                                .extracting(stored -> stored.card().aggregateId())
                                .containsExactlyInAnyOrderElementsOf(referrers));
    }

    /** Batch by batch until it is killed, as of a process that remembers nothing. */
    private static int project(List<CardEvent> events, int from, MongoDatabase database) {
        int done = from;
        try {
            var projector = new Projector(feed(database).readModel(), steps -> {});
            while (done < events.size()) {
                int to = Math.min(done + BATCH, events.size());
                projector.apply(events.subList(done, to));
                done = to;
            }
        } catch (MortalStore.Killed killed) {
            return done;
        }
        return done;
    }

    /** The documents as the sets they are; a repetition would make two of the same size differ. */
    private static Map<String, Object> references(MongoDatabase database) {
        var references = new TreeMap<String, Object>();
        for (Document document : database.getCollection("references_v1").find()) {
            String id = document.getString("_id");
            document.remove("_id");
            document.forEach(
                    (name, value) -> {
                        List<?> list = (List<?>) value;
                        Set<?> set = new HashSet<>(list);
                        assertThat(set).hasSameSizeAs(list);
                        references.put(id + " " + name, set);
                    });
        }
        assertThat(references).isNotEmpty();
        return references;
    }

    private static List<CardEvent> events() {
        return Stream.iterate(0, n -> n + 1)
                .limit(EACH)
                .flatMap(ReferencesIT::events)
                .sorted(Comparator.comparingLong(ReferencesIT::sequence))
                .collect(Collectors.toList());
    }

    private static Stream<CardEvent> events(int n) {
        String contribution = "c-" + n;
        String action = "ac-" + n;
        String message = "msg-" + n;
        String subject = "x-" + n % SUBJECTS;
        return Stream.of(
                opened(contribution, 1),
                cited(contribution, 2, subject),
                cited(contribution, 3, "x-" + (n + 1) % SUBJECTS),
                Histories.event(stamp(contribution, 4), new EvidenceRemoved("", subject, null)),
                planned(action, "o-" + n % SUBJECTS, contribution),
                Histories.event(stamp(action, 2), new ActionProgressed("", 10, "En route")),
                Histories.event(
                        stamp(action, 3),
                        new ActionRevised("", plan("o-" + (n + 5) % SUBJECTS, contribution), null)),
                posted(message, subject),
                redacted(message, 2));
    }

    private static CardEvent opened(String id, long sequence) {
        return Histories.event(
                stamp(id, sequence),
                new ContributionOpened(
                        "",
                        MINISTRY,
                        ContributionKind.valueOf("FRAMEWORK"),
                        "Socle numérique",
                        null,
                        List.of(Axis.FRAMEWORKS),
                        List.of(MINISTRY),
                        null));
    }

    private static CardEvent cited(String id, long sequence, String experience) {
        return Histories.event(
                stamp(id, sequence), new EvidenceCited("", experience, 2L, null, null));
    }

    private static CardEvent consulted(String id, long sequence) {
        return Histories.event(
                stamp(id, sequence),
                new ConsultationOpened("", AT.plusSeconds(86_400), List.of(MINISTRY), 1, null));
    }

    private static CardEvent planned(String id, String objective, String contribution) {
        return Histories.event(
                stamp(id, 1), new ActionPlanned("", plan(objective, contribution), null, null));
    }

    private static ActionContent plan(String objective, String contribution) {
        return new ActionContent(
                "Raccorder",
                null,
                "p-region-44",
                List.of(),
                "region:44",
                List.of(Axis.INFRASTRUCTURE),
                LocalDate.of(2027, 6, 30),
                List.of(objective),
                contribution,
                List.of());
    }

    private static CardEvent posted(String id, String subject) {
        return Histories.event(
                stamp(id, 1),
                "region:44",
                new MessagePosted(
                        "",
                        subject,
                        "p-region-44",
                        "m-grand-est",
                        "k-1",
                        ByteBuffer.allocate(0),
                        ByteBuffer.allocate(0),
                        42,
                        null));
    }

    private static CardEvent redacted(String id, long sequence) {
        return Histories.event(
                stamp(id, sequence), new MessageRedacted("", RedactedBy.valueOf("AUTHOR"), null));
    }

    private static long sequence(CardEvent event) {
        return event.stamp().sequence();
    }

    /** When the events of that sequence happened. */
    private static Instant at(long sequence) {
        return AT.plusSeconds(60 * sequence);
    }

    private static Stamp stamp(String id, long sequence) {
        return new Stamp(
                id,
                sequence,
                at(sequence),
                MINISTRY,
                null,
                false,
                new LogPosition("relais.contributions", 0, sequence));
    }
}
