package relais.feed.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import relais.events.partners.PartnerRenamed;
import relais.feed.projection.Card;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Histories;
import relais.feed.projection.Projector;
import relais.feed.query.Reader;
import relais.feed.query.RecentStanding;
import relais.log.Checkpoint;
import relais.log.LogPartition;
import relais.territories.Territories;
import relais.teststack.TestStack;

/** What a process remembers of cards, beside others that write them. */
class CurrentCardsIT {

    private static final LogPartition PARTITION = new LogPartition("relais.experiences", 3);
    private static final LogPartition COMMITTEE = new LogPartition("relais.contributions", 0);
    private static final String CARD = Histories.registered().stamp().aggregateId();

    /** Each with what it is about. */
    private final List<String> commands = new CopyOnWriteArrayList<>();

    private final MongoClient client =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(
                                    new ConnectionString(TestStack.shared().mongoUri()))
                            .addCommandListener(
                                    new CommandListener() {
                                        @Override
                                        public void commandStarted(CommandStartedEvent event) {
                                            String name = event.getCommandName();
                                            commands.add(name + " " + event.getCommand().get(name));
                                        }
                                    })
                            .build());
    private final MongoDatabase database = client.getDatabase("current_" + UUID.randomUUID());
    private final MongoModel model = new MongoModel(database, 1);
    private final DigestDocuments digests = new DigestDocuments(model::digests);
    private final MongoFeed here = MongoFeed.of(model, Territories.load());
    private final Projector other =
            new Projector(
                    MongoFeed.of(new MongoModel(database, 1), Territories.load()).readModel(),
                    _ -> {});
    private long next = 1;

    @BeforeEach
    void begin() {
        digests.begin(Map.of(PARTITION, Checkpoint.START.at(next), COMMITTEE, Checkpoint.START));
        other.apply(List.of(Histories.registered()));
    }

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    /** By another process, which announces it before and writes it down after. */
    private void renamed(long sequence, String name) {
        digests.announce(Map.of(PARTITION, next + 1));
        other.apply(List.of(event(sequence, name)));
        var from = Checkpoint.START.at(next);
        next++;
        digests.advance(
                Map.of(PARTITION, new DigestDocuments.Move(from, Checkpoint.START.at(next))));
    }

    private static CardEvent event(long sequence, String name) {
        return Histories.event(Histories.stamp(CARD, sequence), new PartnerRenamed("", name, null));
    }

    private @Nullable String name() {
        return here.cards().partnerNames(List.of(CARD), null).get(CARD);
    }

    private void look() {
        here.standing().now();
    }

    @Test
    void asksTheStoreNothingWhileThePartitionRests() {
        look();
        assertThat(name()).isEqualTo("Besançon");
        here.cards().messages(CARD, null);
        look();
        commands.clear();

        assertThat(name()).isEqualTo("Besançon");
        assertThat(here.cards().find(CARD, null)).isPresent();
        assertThat(here.cards().messages(CARD, null)).isZero();
        assertThat(here.cards().referring(CARD, Reader.PUBLIC, null, 10)).isEmpty();
        // But for a look at where the model stands, when some time has passed.
        assertThat(commands).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void readsACardThatIsNotRememberedByOneCommand() {
        look();
        // The first use of a model makes its indexes.
        assertThat(here.cards().find("p-none", null)).isEmpty();
        commands.clear();

        assertThat(here.cards().find(CARD, null)).isPresent();
        assertThat(commands).filteredOn(command -> command.contains("cards_v1")).hasSize(1);
    }

    @Test
    void findsTheLatestOfAnyNumberOfVersions() {
        for (int sequence = 2; sequence <= 10; sequence++) {
            renamed(sequence, "Besançon " + sequence);
            MongoFeed another = MongoFeed.of(new MongoModel(database, 1), Territories.load());

            assertThat(another.cards().partnerNames(List.of(CARD), null))
                    .containsEntry(CARD, "Besançon " + sequence);
        }
    }

    @Test
    void findsWhatAnotherProcessWroteOnceThePartitionHasMoved() {
        look();
        assertThat(name()).isEqualTo("Besançon");
        renamed(2, "Grand Besançon");
        look();
        assertThat(name()).isEqualTo("Grand Besançon");
        renamed(3, "Besançon-les-Bains");
        look();
        assertThat(name()).isEqualTo("Besançon-les-Bains");
    }

    @Test
    void believesNothingOfAPartitionThatIsBeingWritten() {
        look();
        assertThat(name()).isEqualTo("Besançon");
        digests.announce(Map.of(PARTITION, next + 1));
        other.apply(List.of(event(2, "Grand Besançon")));
        look();

        assertThat(name()).isEqualTo("Grand Besançon");
    }

    @Test
    void hasWhatThisProcessWroteAtOnce() {
        look();
        assertThat(name()).isEqualTo("Besançon");
        new Projector(here.readModel(), _ -> {}).apply(List.of(event(2, "Grand Besançon")));

        assertThat(name()).isEqualTo("Grand Besançon");
    }

    @Test
    void hasAVersionThatItWasShownToExist() {
        look();
        assertThat(name()).isEqualTo("Besançon");
        other.apply(List.of(event(2, "Grand Besançon")));

        assertThat(here.cards().has(CARD, 2)).isTrue();
        assertThat(here.cards().find(CARD, null).orElseThrow().card().version()).isEqualTo(2);
        assertThat(name()).isEqualTo("Grand Besançon");
        assertThat(here.cards().has(CARD, 3)).isFalse();
    }

    @Test
    void namesAnInstantByTheVersionOfThen() {
        look();
        renamed(2, "Grand Besançon");
        Card first = here.cards().version(CARD, 1).orElseThrow().card();
        Card second = here.cards().version(CARD, 2).orElseThrow().card();

        assertThat(here.cards().partnerNames(List.of(CARD), first.revision().validFrom()))
                .containsEntry(CARD, "Besançon");
        assertThat(here.cards().partnerNames(List.of(CARD), second.revision().validFrom()))
                .containsEntry(CARD, "Grand Besançon");
        assertThat(
                        here.cards()
                                .partnerNames(
                                        List.of(CARD),
                                        first.revision().validFrom().minusSeconds(1)))
                .as("a partner had a name before it registered")
                .containsEntry(CARD, "Grand Besançon");
        RecentStanding standing = here.standing();
        assertThat(standing.recent().settled()).isPresent();
    }
}
