package relais.feed.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.feed.projection.ActionEvent;
import relais.feed.projection.ActivityFold;
import relais.feed.projection.Card;
import relais.feed.projection.Committee;
import relais.feed.projection.ContributionEvent;
import relais.feed.projection.FeedEvent;
import relais.feed.projection.Histories;
import relais.feed.projection.ObjectiveEvent;
import relais.feed.projection.WorkingDayEvent;
import relais.territories.Territories;

class CardDocumentsTest {

    private static final SearchKeys KEYS = new SearchKeys(Territories.load());

    static Stream<Card> cards() {
        FeedEvent[] adoption = Committee.adoption();
        return Stream.of(
                Histories.after(Histories.registered()),
                Histories.after(
                        Histories.submitted(), Histories.published(2), Histories.adopted(3)),
                Histories.after(new FeedEvent.AuthorKeyErased(Committee.stamp("k-m-1", 1))),
                Committee.contribution(Committee.opened()),
                Committee.contribution(adoption),
                Committee.contribution(
                        Committee.opened(),
                        Committee.consulted(2),
                        new ContributionEvent.ConsultationClosed(
                                Committee.stamp(Committee.CONTRIBUTION, 3), "à revoir")),
                Committee.objective(Committee.set(1, "100.0000")),
                Committee.objective(
                        Committee.set(1, "100.0000"),
                        Committee.measured(2, "60.2500", "2017-01-01"),
                        new ObjectiveEvent.ObjectiveWithdrawn(
                                Committee.stamp(Committee.OBJECTIVE, 3), "atteint")),
                Committee.action(Committee.planned()),
                Committee.action(
                        Committee.planned(),
                        Committee.progressed(2, 40),
                        new ActionEvent.ActionCompleted(
                                Committee.stamp(Committee.ACTION, 3), LocalDate.EPOCH, null)),
                Committee.workingDay(Committee.scheduled()),
                Committee.workingDay(
                        Committee.scheduled(),
                        Committee.item(2),
                        Committee.minutes(3),
                        new WorkingDayEvent.WorkingDayCancelled(
                                Committee.stamp(Committee.WORKING_DAY, 4), "grève")),
                Committee.message(Committee.posted()),
                Committee.message(Committee.posted(), Committee.redacted(2)));
    }

    /** The document as a store would give it back. */
    private static Document stored(Document written) {
        BsonDocument bson = written.toBsonDocument();
        return new DocumentCodec()
                .decode(new BsonDocumentReader(bson), DecoderContext.builder().build());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void readsWhatItWrote(Card card) {
        Document written = new CardDocuments(KEYS).write(card);

        assertThat(CardDocuments.read(stored(written)).card()).isEqualTo(card);
    }

    @Test
    void aContributionIsFoundByTheWordsOfItsSections() {
        Document written =
                new CardDocuments(KEYS).write(Committee.contribution(Committee.adoption()));

        assertThat(written.getList("terms", String.class)).contains("visualiseu", "socl");
    }

    @Test
    void anActionIsFoundByItsDay() {
        Document written = new CardDocuments(KEYS).write(Committee.action(Committee.planned()));

        assertThat(written.getString("dueOn")).isEqualTo("2016-06-30");
    }

    @Test
    void onlyTheEntryThatChangedATextIsFoundByItsWords() {
        FeedEvent drafted = Committee.drafted(2, "Un visualiseur par école");
        Card written = Committee.contribution(Committee.opened(), drafted);
        FeedEvent cited = Committee.cited(3, 2);
        Card later = Committee.contribution(Committee.opened(), drafted, cited);

        assertThat(terms(written, drafted)).contains("visualiseu", "socl");
        assertThat(terms(later, cited)).contains("socl").doesNotContain("visualiseu");
    }

    private static List<String> terms(Card card, FeedEvent event) {
        return new ActivityDocuments(KEYS)
                .write(ActivityFold.activity(card, event).orElseThrow(), card)
                .getList("terms", String.class);
    }

    @Test
    void anEntryKeepsItsSubject() {
        FeedEvent posted = Committee.posted();
        Card card = Committee.message(posted);
        var entry = ActivityFold.activity(card, posted).orElseThrow();
        Document written = new ActivityDocuments(KEYS).write(entry, card);

        assertThat(ActivityDocuments.read(stored(written)).activity()).isEqualTo(entry);
    }
}
