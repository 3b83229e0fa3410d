package relais.feed.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocumentReader;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import relais.events.contributions.ActionCompleted;
import relais.events.contributions.AuthorKeyErased;
import relais.events.contributions.ConsultationClosed;
import relais.events.contributions.ObjectiveWithdrawn;
import relais.events.contributions.WorkingDayCancelled;
import relais.feed.adapter.mongo.SearchKeys.CardTerms;
import relais.feed.projection.ActivityFold;
import relais.feed.projection.Card;
import relais.feed.projection.CardEvent;
import relais.feed.projection.Committee;
import relais.feed.projection.Histories;
import relais.feed.projection.LogPosition;
import relais.territories.Territories;

class CardDocumentsTest {

    private static final SearchKeys KEYS = new SearchKeys(Territories.load());

    static Stream<Card> cards() {
        CardEvent[] adoption = Committee.adoption();
        return Stream.of(
                Histories.after(Histories.registered()),
                Histories.after(
                        Histories.submitted(), Histories.published(2), Histories.adopted(3)),
                Histories.after(
                        Histories.event(
                                Committee.stamp("k-m-1", 1), new AuthorKeyErased("", "k-1"))),
                Committee.contribution(Committee.opened()),
                Committee.contribution(adoption),
                Committee.contribution(
                        Committee.opened(),
                        Committee.consulted(2),
                        Histories.event(
                                Committee.stamp(Committee.CONTRIBUTION, 3),
                                new ConsultationClosed("", "à revoir"))),
                Committee.objective(Committee.set(1, "100.0000")),
                Committee.objective(
                        Committee.set(1, "100.0000"),
                        Committee.measured(2, "60.2500", "2017-01-01"),
                        Histories.event(
                                Committee.stamp(Committee.OBJECTIVE, 3),
                                new ObjectiveWithdrawn("", "atteint"))),
                Committee.action(Committee.planned()),
                Committee.action(
                        Committee.planned(),
                        Committee.progressed(2, 40),
                        Histories.event(
                                Committee.stamp(Committee.ACTION, 3),
                                new ActionCompleted("", LocalDate.EPOCH, null))),
                Committee.workingDay(Committee.scheduled()),
                Committee.workingDay(
                        Committee.scheduled(),
                        Committee.item(2),
                        Committee.minutes(3),
                        Histories.event(
                                Committee.stamp(Committee.WORKING_DAY, 4),
                                new WorkingDayCancelled("", "grève"))),
                Committee.message(Committee.posted()),
                Committee.message(Committee.posted(), Committee.redacted(2)));
    }

    private static final LogPosition LOG = new LogPosition("t", 1, 7);

    private static RawBsonDocument written(Card card) {
        return new CardDocuments(KEYS).write(card, KEYS.terms(card, null), LOG, null, false);
    }

    private static RawBsonDocument written(Card card, CardEvent event) {
        return new CardDocuments(KEYS)
                .write(
                        ActivityFold.activity(card, event).orElseThrow(),
                        card,
                        KEYS.terms(card, null),
                        false);
    }

    /** The document as a store would give it back. */
    private static Document stored(RawBsonDocument written) {
        return written.decode(new DocumentCodec());
    }

    @ParameterizedTest
    @MethodSource("cards")
    void readsWhatItWrote(Card card) {
        assertThat(CardDocuments.read(stored(written(card))).card()).isEqualTo(card);
    }

    @ParameterizedTest
    @MethodSource("cards")
    void noFieldStandsTwiceInADocument(Card card) {
        var names = new ArrayList<String>();
        try (var reader = new BsonDocumentReader(written(card))) {
            reader.readStartDocument();
            while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
                names.add(reader.readName());
                reader.skipValue();
            }
        }

        assertThat(names).doesNotHaveDuplicates().contains("_id", "lane", "offset", "print");
    }

    @Test
    void whatAnUpdateSetsHasAllFieldsButTheId() {
        RawBsonDocument written = written(Committee.contribution(Committee.adoption()));
        Document without = stored(CardDocuments.withoutId(written));

        assertThat(without.append("_id", written.getString("_id").getValue()))
                .isEqualTo(stored(written));
    }

    @Test
    void thePrintIsOfWhatTheEventMadeAndNotOfWhatLaterOnesBring() {
        Card card = Histories.after(Histories.submitted());
        CardTerms terms = KEYS.terms(card, null);
        var documents = new CardDocuments(KEYS);
        long print = print(written(card));

        assertThat(print(documents.write(card, terms, LOG, Instant.EPOCH, true))).isEqualTo(print);
        assertThat(print(documents.write(card, terms, new LogPosition("t", 1, 8), null, false)))
                .isNotEqualTo(print);
        assertThat(print(written(Histories.after(Histories.submitted(), Histories.published(2)))))
                .isNotEqualTo(print);
    }

    private static long print(RawBsonDocument written) {
        return written.getInt64("print").getValue();
    }

    @ParameterizedTest
    @MethodSource("cards")
    void itsWordsAreReadAsTheyWereFound(Card card) {
        assertThat(KEYS.known(card, CardDocuments.terms(stored(written(card)))))
                .isEqualTo(KEYS.terms(card, null));
    }

    @Test
    void theWordsOfACardFollowItUntilItsTextsChange() {
        Card submitted = Histories.after(Histories.submitted());
        CardTerms terms = KEYS.terms(submitted, null);
        Card published = Histories.after(Histories.submitted(), Histories.published(2));

        assertThat(KEYS.terms(published, terms)).isSameAs(terms);
        assertThat(KEYS.terms(Histories.after(Histories.registered()), terms))
                .isEqualTo(KEYS.terms(Histories.after(Histories.registered()), null));
    }

    @Test
    void aContributionIsFoundByTheWordsOfItsSections() {
        Document written = stored(written(Committee.contribution(Committee.adoption())));

        assertThat(written.getList("terms", String.class)).contains("visualiseu", "socl");
    }

    @Test
    void anActionIsFoundByItsDay() {
        Document written = stored(written(Committee.action(Committee.planned())));

        assertThat(written.getString("dueOn")).isEqualTo("2016-06-30");
    }

    @Test
    void onlyTheEntryThatChangedATextIsFoundByItsWords() {
        CardEvent drafted = Committee.drafted(2, "Un visualiseur par école");
        Card written = Committee.contribution(Committee.opened(), drafted);
        CardEvent cited = Committee.cited(3, 2);
        Card later = Committee.contribution(Committee.opened(), drafted, cited);

        assertThat(terms(written, drafted)).contains("visualiseu", "socl");
        assertThat(terms(later, cited)).contains("socl").doesNotContain("visualiseu");
    }

    private static List<String> terms(Card card, CardEvent event) {
        return stored(written(card, event)).getList("terms", String.class);
    }

    @Test
    void anEntryKeepsItsSubject() {
        CardEvent posted = Committee.posted();
        Card card = Committee.message(posted);
        var entry = ActivityFold.activity(card, posted).orElseThrow();

        assertThat(CardDocuments.readActivity(stored(written(card, posted))).activity())
                .isEqualTo(entry);
    }
}
