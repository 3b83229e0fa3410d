package relais.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.events.contributions.Axis;
import tools.jackson.databind.JsonNode;

/** What the feed shows of the committee's work. */
class CommitteeIT extends RunningFeed {

    private static final String TOWN = "commune:25056";
    private static final Instant AT = Instant.parse("2018-05-01T10:00:00Z");

    private final String contribution = fresh("c-");
    private final String experience = fresh("x-");

    @Autowired MongoClient mongo;

    private static Instant hour(int hours) {
        return AT.plusSeconds(3600L * hours);
    }

    private void publishExperience() {
        log.send(
                EventLog.submitted(experience, "p-x", "Visualiseurs", TOWN, "socle", AT),
                EventLog.published(experience, 2, TOWN, hour(1)));
        awaitVersion(experience, 2);
    }

    private void draft() {
        log.send(
                CommitteeLog.opened(contribution, "Socle numérique", Axis.FRAMEWORKS, hour(2)),
                CommitteeLog.drafted(
                        contribution,
                        2,
                        "Socle numérique",
                        "Un visualiseur par classe",
                        Axis.FRAMEWORKS,
                        hour(3)),
                CommitteeLog.cited(contribution, 3, experience, 2, hour(4)));
        awaitVersion(contribution, 3);
    }

    private void adopt() {
        log.send(
                CommitteeLog.consulted(contribution, 4, hour(5)),
                CommitteeLog.position(contribution, 5, "p-region-44", hour(6)),
                CommitteeLog.position(contribution, 6, "p-mene", hour(7)),
                CommitteeLog.adopted(contribution, 7, hour(40)));
        awaitVersion(contribution, 7);
    }

    @Test
    void aContributionIsTheSignatoriesUntilItsConsultation() {
        publishExperience();
        draft();

        assertThat(get("/cards/" + contribution).statusCode()).isEqualTo(404);
        assertThat(json("/cards/" + experience).get("citedBy")).isEmpty();
        JsonNode drafting = ok(as(committee(), "/cards/" + contribution));
        assertThat(drafting.get("status").asString()).isEqualTo("DRAFTING");
        assertThat(drafting.at("/contribution/sections/0/body").asString())
                .isEqualTo("Un visualiseur par classe");
        assertThat(ok(as(committee(), "/cards/" + experience)).get("citedBy")).hasSize(1);

        adopt();

        JsonNode adopted = json("/cards/" + contribution);
        assertThat(adopted.get("status").asString()).isEqualTo("ADOPTED");
        assertThat(adopted.at("/contribution/evidence/0/title").asString())
                .isEqualTo("Visualiseurs");
        assertThat(adopted.at("/contribution/evidence/0/version").asLong()).isEqualTo(2);
        assertThat(adopted.at("/contribution/consultation/positions")).hasSize(2);
        assertThat(adopted.at("/glance/adoptedOn").asString()).isEqualTo("2018-06-01");
        assertThat(get("/cards/" + contribution + "?asOf=2018-05-01T13:30:00Z").statusCode())
                .isEqualTo(404);
        assertThat(
                        json("/cards/" + contribution + "?asOf=2018-05-01T16:30:00Z")
                                .at("/contribution/consultation/positions"))
                .hasSize(1);
        assertThat(json("/cards/" + contribution + "/versions").get("items")).hasSize(4);
        assertThat(get("/cards/" + contribution + "/diff?from=2&to=4").statusCode()).isEqualTo(404);
        assertThat(json("/cards/" + contribution + "/diff?from=4&to=5").get("changes").toString())
                .contains("\"field\":\"positions\",\"from\":[],\"to\":[\"p-region-44 CONSENT\"]");
    }

    @Test
    void whoIsOfTheCommitteeReadsAndComparesWhatIsBeingWritten() {
        String signatory = fresh("p-");
        String other = fresh("p-");
        log.send(
                EventLog.registered(signatory, "Une association", "pays:FR", AT),
                EventLog.signed(signatory, 2, "pays:FR", hour(1)),
                EventLog.joined(signatory, 3, "pays:FR", hour(1)),
                EventLog.registered(other, "Une commune", TOWN, AT),
                EventLog.signed(other, 2, TOWN, hour(1)));
        awaitVersion(signatory, 3);
        awaitVersion(other, 2);
        publishExperience();
        draft();
        String submitted = fresh("x-");
        log.send(EventLog.submitted(submitted, "p-x", "À relire", TOWN, "socle", AT));
        awaitVersion(submitted, 1);
        String reader = STACK.issuer().token("a", signatory, "m-a", "partner");
        String stranger = STACK.issuer().token("b", other, "m-b", "partner");

        assertThat(ok(as(reader, "/cards/" + contribution)).get("status").asString())
                .isEqualTo("DRAFTING");
        assertThat(
                        ok(as(reader, "/cards/" + contribution + "/diff?from=1&to=2"))
                                .get("changes")
                                .toString())
                .contains("visualiseur");
        assertThat(ok(as(reader, "/cards?kind=CONTRIBUTION&limit=100")).toString())
                .contains(contribution);
        assertThat(ok(as(reader, "/feed?limit=100")).toString()).contains(contribution);
        assertThat(as(reader, "/cards/" + submitted).statusCode()).isEqualTo(404);
        assertThat(as(stranger, "/cards/" + contribution).statusCode()).isEqualTo(404);
    }

    @Test
    void anExperienceSaysWhoCitesItAtWhichVersionAndWhen() {
        publishExperience();
        draft();
        adopt();
        log.send(
                EventLog.revised(experience, 3, "Visualiseurs 2", TOWN, "socle", hour(50)),
                CommitteeLog.outdated(contribution, 8, experience, 2, 3, hour(51)));
        awaitVersion(contribution, 8);
        awaitVersion(experience, 3);

        assertThat(ok(as(committee(), "/feed?type=EvidenceCited&limit=100")).toString())
                .contains("« Socle numérique » cite « Visualiseurs 2 » à l’appui", experience);
        JsonNode citation = json("/cards/" + experience).at("/citedBy/0");
        assertThat(citation.get("id").asString()).isEqualTo(contribution);
        assertThat(citation.get("title").asString()).isEqualTo("Socle numérique");
        assertThat(citation.get("version").asLong()).isEqualTo(2);
        assertThat(citation.get("outdated").asBoolean()).isTrue();
        JsonNode before = json("/cards/" + experience + "?asOf=2018-05-03T00:00:00Z");
        assertThat(before.at("/citedBy/0/outdated").asBoolean()).isFalse();
        assertThat(json("/cards/" + experience + "?asOf=2018-05-01T13:30:00Z").get("citedBy"))
                .isEmpty();
        assertThat(json("/cards/" + contribution).at("/contribution/evidence/0/title").asString())
                .isEqualTo("Visualiseurs");

        log.send(CommitteeLog.withdrawn(contribution, 9, hour(60)));
        awaitVersion(contribution, 9);
        assertThat(json("/cards/" + experience).get("citedBy")).isEmpty();
        JsonNode tombstone = json("/cards/" + contribution);
        assertThat(tombstone.get("reason").asString()).isEqualTo("Sans objet");
        assertThat(tombstone.toString()).doesNotContain("visualiseur");
    }

    @Test
    void aModeratedExperienceIsCitedWithoutItsTitle() {
        publishExperience();
        draft();
        adopt();
        log.send(EventLog.moderated(experience, 3, TOWN, hour(50)));
        awaitVersion(experience, 3);

        assertThat(json("/cards/" + contribution).at("/contribution/evidence/0").has("title"))
                .isFalse();
        assertThat(
                        ok(as(committee(), "/cards/" + contribution))
                                .at("/contribution/evidence/0/title")
                                .asString())
                .isEqualTo("Visualiseurs");
    }

    @Test
    void objectivesActionsAndWorkingDaysLeadToEachOther() {
        String objective = fresh("o-");
        String action = fresh("ac-");
        String day = fresh("wd-");
        String title = fresh("Raccorder");
        log.send(
                CommitteeLog.set(objective, "Du très haut débit", Axis.INFRASTRUCTURE, hour(1)),
                CommitteeLog.measured(objective, 2, "60.5000", hour(2)),
                CommitteeLog.planned(
                        action,
                        title,
                        "2019-06-30",
                        objective,
                        contribution,
                        Axis.INFRASTRUCTURE,
                        hour(3)),
                CommitteeLog.progressed(action, 2, 30, hour(4)),
                CommitteeLog.scheduled(day, "Gouvernance partagée", "2018-05-15", hour(5)),
                CommitteeLog.item(day, 2, objective, hour(6)),
                CommitteeLog.minutes(day, 3, action, hour(7)));
        awaitVersion(day, 3);
        awaitVersion(action, 2);
        awaitVersion(objective, 2);

        JsonNode aim = json("/cards/" + objective);
        assertThat(aim.at("/glance/measure/value").asString()).isEqualTo("60.5");
        assertThat(aim.at("/glance/percent").asInt()).isEqualTo(50);
        assertThat(aim.at("/objective/actions/0/title").asString()).isEqualTo(title);

        JsonNode plan = json("/cards/" + action);
        assertThat(plan.at("/glance/late").asBoolean()).isTrue();
        assertThat(plan.at("/glance/percent").asInt()).isEqualTo(30);
        assertThat(plan.at("/action/objectives/0/title").asString())
                .isEqualTo("Du très haut débit");
        assertThat(json("/cards/" + action + "?asOf=2018-12-31").at("/glance/late").asBoolean())
                .isFalse();

        JsonNode meeting = json("/cards/" + day);
        assertThat(meeting.get("status").asString()).isEqualTo("HELD");
        assertThat(meeting.at("/workingDay/agenda/0/card/title").asString())
                .isEqualTo("Du très haut débit");
        assertThat(meeting.at("/workingDay/minutes/decisions/0/action/title").asString())
                .isEqualTo(title);

        assertThat(ids(json("/cards?kind=ACTION&territory=region:44&q=" + title)))
                .containsExactly(action);
        assertThat(ids(json("/cards?kind=ACTION&axis=INFRASTRUCTURE&status=UNDER_WAY&limit=100")))
                .contains(action);
        assertThat(ids(json("/cards?kind=ACTION&axis=USES&limit=100"))).doesNotContain(action);
        assertThat(json("/facets?kind=ALL&q=" + title).get("kind").toString())
                .contains("\"value\":\"ACTION\",\"count\":1");
        assertThat(ids(json("/feed?partner=p-region-44&kind=ACTION&limit=100")))
                .contains(action + ":1", action + ":2");
    }

    @Test
    void aMessageIsCountedAndNamedAfterItsSubjectAsTheReaderMaySeeIt() {
        publishExperience();
        draft();
        String onDraft = fresh("msg-");
        String onExperience = fresh("msg-");
        log.send(
                CommitteeLog.posted(onDraft, contribution, new byte[] {1, 2, 3}, hour(8)),
                CommitteeLog.posted(onExperience, experience, new byte[] {4, 5, 6}, hour(9)));
        awaitVersion(onDraft, 1);
        awaitVersion(onExperience, 1);

        assertThat(json("/cards/" + experience).get("messages").asLong()).isEqualTo(1);
        String feed = get("/feed?kind=MESSAGE&from=2018-05-01&to=2018-05-01&limit=100").body();
        assertThat(feed).contains("a écrit au sujet de « Visualiseurs »").doesNotContain("Socle");
        assertThat(
                        get(
                                        "/feed.atom?kind=MESSAGE&from=2018-05-01&to=2018-05-01&limit=100",
                                        "Accept-Language",
                                        "en")
                                .body())
                .contains("wrote about “Visualiseurs”");
        assertThat(as(committee(), "/feed?kind=MESSAGE&from=2018-05-01&to=2018-05-01").body())
                .contains("Socle numérique");
        assertThat(json("/cards/" + onDraft).get("subject").has("title")).isFalse();
        assertThat(get("/cards/" + onDraft).body()).doesNotContain("m-grand-est");

        log.send(CommitteeLog.redacted(onExperience, 2, hour(10)));
        awaitVersion(onExperience, 2);
        assertThat(json("/cards/" + experience).get("messages").asLong()).isZero();
        assertThat(json("/cards/" + onExperience).at("/message/redaction/by").asString())
                .isEqualTo("AUTHOR");
    }

    @Test
    void noByteOfAMessagesCiphertextReachesTheStore() {
        byte[] ciphertext = "un texte que personne ne doit lire".getBytes(StandardCharsets.UTF_8);
        String message = fresh("msg-");
        String key = fresh("k-m-");
        log.send(
                CommitteeLog.posted(message, experience, ciphertext, hour(8)),
                CommitteeLog.erased(key, hour(9)));
        awaitVersion(message, 1);
        awaitVersion(key, 1);

        var database = mongo.getDatabase(database());
        // Any four bytes in a row would give some of it away.
        String hex = HexFormat.of().formatHex(ciphertext);
        int looked = 0;
        for (String name : database.listCollectionNames()) {
            for (RawBsonDocument document :
                    database.getCollection(name, RawBsonDocument.class)
                            .find(new Document("$or", mentioning(message)))) {
                String stored = HexFormat.of().formatHex(document.getByteBuffer().array());
                for (int i = 0; i + 8 <= hex.length(); i += 2) {
                    assertThat(stored).as(name).doesNotContain(hex.substring(i, i + 8));
                }
                assertThat(document.toJson())
                        .doesNotContain("ciphertext", "nonce", "key-of-grand-est")
                        .doesNotContain(Base64.getEncoder().encodeToString(ciphertext));
                looked++;
            }
        }
        assertThat(looked).as("a card, an entry and a reference").isEqualTo(3);
        assertThat(get("/cards/" + key).statusCode()).isEqualTo(404);
        assertThat(as(committee(), "/cards/" + key).statusCode()).isEqualTo(404);
    }

    private static List<Document> mentioning(String id) {
        return List.of(
                new Document("aggregateId", id),
                new Document("_id", id),
                new Document("posted.id", id));
    }
}
