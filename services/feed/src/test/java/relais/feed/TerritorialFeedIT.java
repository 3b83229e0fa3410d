package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerritorialFeedIT extends RunningFeed {

    @Test
    void whatATownPublishedIsInTheFeedOfEachOfItsTerritoriesAndOfNoOther() {
        String id = fresh("x-");
        String tag = fresh("levels-");
        Instant at = Instant.parse("2020-03-01T10:00:00Z");
        log.send(
                EventLog.submitted(id, "p-commune-35238", "Rennes", "commune:35238", tag, at),
                EventLog.published(id, 2, "commune:35238", at.plusSeconds(60)));
        awaitVersion(id, 2);

        for (String territory :
                List.of(
                        "commune:35238",
                        "epci:243500139",
                        "departement:35",
                        "academie:14",
                        "region:53",
                        "pays:FR")) {
            assertThat(ids(json("/feed?tag=" + tag + "&territory=" + territory)))
                    .as("feed of %s", territory)
                    .containsExactly(id + ":2");
            assertThat(ids(json("/cards?tag=" + tag + "&territory=" + territory)))
                    .as("cards of %s", territory)
                    .containsExactly(id);
        }
        for (String territory :
                List.of(
                        "commune:35047",
                        "departement:22",
                        "region:52",
                        "academie:17",
                        "epci:242900314")) {
            assertThat(ids(json("/feed?tag=" + tag + "&territory=" + territory)))
                    .as("feed of %s", territory)
                    .isEmpty();
            assertThat(
                            json("/facets?kind=ALL&status=ALL&tag="
                                            + tag
                                            + "&territory="
                                            + territory)
                                    .get("kind"))
                    .isEmpty();
        }
        assertThat(get("/feed.atom?tag=" + tag + "&territory=departement:35").body())
                .contains("tag:relais.example,2015:" + id + ":2");
    }

    @Test
    void whatMidiPyreneesPublishedIn2015IsInOccitanieToday() {
        String id = fresh("x-");
        String tag = fresh("midi-");
        Instant at = Instant.parse("2015-06-01T10:00:00Z");
        log.send(
                EventLog.submitted(id, "p-region-73", "Lycées", "region:73", tag, at),
                EventLog.published(id, 2, "region:73", at.plusSeconds(60)));
        awaitVersion(id, 2);

        assertThat(ids(json("/feed?territory=region:76&tag=" + tag))).containsExactly(id + ":2");
        assertThat(ids(json("/cards?territory=region:76&tag=" + tag))).containsExactly(id);
        assertThat(ids(json("/feed?territory=region:73&asOf=2015-12-31&tag=" + tag)))
                .containsExactly(id + ":2");
        assertThat(ids(json("/cards?territory=region:73&asOf=2015-12-31&tag=" + tag)))
                .containsExactly(id);
        assertThat(ids(json("/cards?territory=region:73&asOf=2015-05-31&tag=" + tag))).isEmpty();

        var facets = json("/facets?kind=ALL&status=ALL&tag=" + tag);
        assertThat(facets.get("region").toString())
                .contains("region:76")
                .doesNotContain("region:73");
        assertThat(json("/facets?asOf=2015-12-31&tag=" + tag).get("region").toString())
                .contains("region:73")
                .doesNotContain("region:76");
    }

    @ParameterizedTest
    @CsvSource({
        "/feed?territory=region:73, region:76",
        "/cards?territory=region:76&asOf=2015-12-31, region:73",
        "/feed.atom?territory=region:73, Occitanie",
        "/facets?territory=region:73, region:76",
        "/feed/stream?territory=region:73, region:76"
    })
    void aTerritoryOfAnotherTimeIsRefusedWithThoseOfThatTime(String path, String other) {
        var refused = get(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body()).contains("\"field\":\"territory\"", other);
    }

    @Test
    void partnersGoByTheNameOfTheTimeThatIsRead() {
        String partner = fresh("p-");
        String id = fresh("x-");
        String tag = fresh("name-");
        Instant at = Instant.parse("2016-01-10T10:00:00Z");
        log.send(
                EventLog.submitted(id, partner, "Nom", "commune:25056", tag, at.plusSeconds(60)),
                EventLog.published(id, 2, "commune:25056", at.plusSeconds(120)),
                EventLog.registered(partner, "Ancien nom", "commune:25056", at),
                EventLog.renamed(
                        partner,
                        2,
                        "Nouveau nom",
                        "commune:25056",
                        Instant.parse("2018-01-01T00:00:00Z")));
        awaitVersion(id, 2);
        awaitVersion(partner, 2);

        assertThat(json("/feed?tag=" + tag).at("/items/0/partner/name").asString())
                .isEqualTo("Nouveau nom");
        assertThat(json("/feed?asOf=2017-01-01&tag=" + tag).at("/items/0/summary").asString())
                .isEqualTo("Ancien nom a publié « Nom »");
        assertThat(json("/cards/" + id + "?asOf=2017-01-01").at("/partner/name").asString())
                .isEqualTo("Ancien nom");
        assertThat(
                        JSON.readTree(get("/feed?tag=" + tag, "Accept-Language", "en").body())
                                .at("/items/0/summary")
                                .asString())
                .isEqualTo("Nouveau nom published “Nom”");
    }

    @ParameterizedTest
    @CsvSource({"ecole", "école", "écoles", "l'école", "ECOLES visualiseur"})
    void findsWordsHoweverTheyAreWritten(String question) {
        String id = fresh("x-");
        String tag = fresh("words-");
        Instant at = Instant.parse("2017-01-10T10:00:00Z");
        log.send(
                EventLog.submitted(
                        id, "p-q", "Les visualiseurs à l’école", "commune:25056", tag, at),
                EventLog.published(id, 2, "commune:25056", at.plusSeconds(1)));
        awaitVersion(id, 2);

        assertThat(ids(json("/cards?tag=" + tag + "&q=" + q(question)))).containsExactly(id);
        assertThat(ids(json("/feed?tag=" + tag + "&q=" + q(question)))).containsExactly(id + ":2");
        assertThat(ids(json("/cards?tag=" + tag + "&q=" + q(question + " zeppelin")))).isEmpty();
    }
}
